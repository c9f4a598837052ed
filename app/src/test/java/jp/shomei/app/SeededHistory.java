package jp.shomei.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.shomei.app.axon.Messaging;
import jp.shomei.app.axon.Reactions;
import jp.shomei.app.durable.DurableStore;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateDownloaded;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeId;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.ScoreTable;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A data directory with a long history, written without asking anybody, that no reaction has to do with any more. */
public final class SeededHistory {

    /** How many events {@link #writeLives} writes for each certificate. */
    public static final int EVENTS_OF_A_LIFE = 6;

    private static final LocalDate DAY = LocalDate.of(2021, 3, 10);
    private static final int AT_ONCE = 10_000;
    /** As the store takes them if nothing else is said. */
    private static final int NUMBERS_AT_ONCE = 32;

    private static final int DISTRICTS = 100;
    private static final int OF_A_DISTRICT = 50;
    private static final int CLINICS = 1_000_000;
    private static final String DIGEST = "0".repeat(64);
    private static final String TO_BE_SIGNED = base64(1_000);
    private static final String CERTIFICATE = base64(1_400);

    private SeededHistory() {}

    /** So many certificates issued on 2021-03-10; the contact of the n-th is {@code c<n>@example.jp}. */
    public static void write(Path data, int certificates) {
        write(data, certificates, SeededHistory::issued);
    }

    /**
     * So many certificates that were applied for, issued, signed, downloaded and charged for on 2021-03-10: six events each,
     * certificates and intents as large as real ones.
     */
    public static void writeLives(Path data, int certificates) {
        write(data, certificates, SeededHistory::life);
    }

    /** So many bills of May 2021 with so many lines each, every one a charge of the n-th institution. */
    public static void writeBills(Path data, int bills, int lines) {
        write(data, bills, number -> bill(number, lines));
    }

    private static String base64(int bytes) {
        return Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    private static void write(Path data, int histories, IntFunction<List<DomainEventMessage<?>>> history) {
        Clock before = GenericEventMessage.clock;
        GenericEventMessage.clock = Clock.fixed(Instant.parse("2021-03-10T00:00:00Z"), ZoneOffset.UTC);
        try (AnnotationConfigApplicationContext store = new AnnotationConfigApplicationContext()) {
            store.registerBean(DataDirectory.class, () -> DataDirectory.open(data));
            store.register(DurableStore.class, Messaging.class);
            store.refresh();
            JdbcClient database = JdbcClient.create(store.getBean(DataSource.class));
            numbersAtOnce(database, AT_ONCE);
            EventStore events = store.getBean(EventStore.class);
            List<DomainEventMessage<?>> batch = new ArrayList<>();
            long count = 0;
            for (int number = 1; number <= histories; number++) {
                for (DomainEventMessage<?> event : history.apply(number)) {
                    count++;
                    batch.add(identified(event, count));
                }
                if (batch.size() >= AT_ONCE || number == histories) {
                    events.publish(batch);
                    batch.clear();
                }
            }
            numbersAtOnce(database, NUMBERS_AT_ONCE);
            TokenStore tokens = store.getBean(TokenStore.class);
            Reactions.GROUPS.forEach(group -> tokens.initializeTokenSegments(group, 1, events.createHeadToken()));
        } finally {
            GenericEventMessage.clock = before;
        }
    }

    /** With identifiers in order: those that come as they like have each transaction write most pages of their index. */
    private static DomainEventMessage<?> identified(DomainEventMessage<?> event, long number) {
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getPayload(),
                event.getMetaData(),
                new UUID(0, number).toString(),
                event.getTimestamp());
    }

    /** Taking numbers is a transaction of its own, which writes what is open of others. */
    private static void numbersAtOnce(JdbcClient database, int numbers) {
        database.sql("ALTER TABLE DomainEventEntry ALTER COLUMN globalIndex SET CACHE " + numbers)
                .update();
    }

    private static List<DomainEventMessage<?>> bill(int number, int lines) {
        InstitutionCode institution = InstitutionCode.of(codeOf(number));
        String billId = BillId.of(BillingMonth.ofChargesOn(DAY), institution);
        return IntStream.range(0, lines)
                .<DomainEventMessage<?>>mapToObj(line -> new GenericDomainEventMessage<>(
                        "Bill",
                        billId,
                        line,
                        new FeeCharged(
                                billId,
                                institution,
                                Category.MEDICAL_INSTITUTION,
                                Prefecture.HOKKAIDO,
                                PaymentMethod.DEDUCTION,
                                licence(RequestId.of(DAY, (number - 1) * lines + line + 1)))))
                .toList();
    }

    /** District after district, in each as many as the country has in one of its own. */
    private static String codeOf(int number) {
        int district = number / OF_A_DISTRICT;
        int prefectures = Prefecture.values().length;
        int round = district / DISTRICTS / prefectures;
        return "%02d1%02d%05d"
                .formatted(
                        1 + district / DISTRICTS % prefectures,
                        district % DISTRICTS,
                        number % OF_A_DISTRICT + round * OF_A_DISTRICT);
    }

    private static Charge licence(String requestId) {
        return new Charge(
                ChargeId.ofLicence(requestId), ChargeKind.LICENCE, List.of(requestId), 1, null, 1500, DAY, null);
    }

    private static List<DomainEventMessage<?>> issued(int number) {
        String requestId = RequestId.of(DAY, number);
        InstitutionCode institution = InstitutionCode.of(Clinic.codeOf(number % CLINICS));
        Contact contact = new Contact("総務課", "0112345678", "c" + number + "@example.jp");
        return List.of(
                message(
                        0,
                        new CertificateApplied(
                                requestId,
                                new Application(
                                        institution,
                                        Category.MEDICAL_INSTITUTION,
                                        Prefecture.HOKKAIDO,
                                        ScoreTable.MEDICAL,
                                        Clinic.NAME,
                                        contact,
                                        "総合受付 端末01"),
                                DAY)),
                message(
                        1,
                        new CertificateIssued(
                                requestId,
                                institution,
                                Category.MEDICAL_INSTITUTION,
                                contact,
                                "総合受付 端末01",
                                new PostalAddress("0600001", "北海道札幌市中央区北一条西1-1", Clinic.NAME),
                                CertificateIssued.Approval.BY_RULE,
                                DAY,
                                LocalDate.of(2024, 6, 10),
                                LocalDate.of(2021, 9, 6),
                                DAY.plusDays(1),
                                1500)));
    }

    private static List<DomainEventMessage<?>> life(int number) {
        String requestId = RequestId.of(DAY, number);
        String serialNumber = "%040x".formatted(number);
        List<DomainEventMessage<?>> events = new ArrayList<>(issued(number));
        events.add(message(
                2,
                new CertificateSigningPrepared(
                        requestId, 1, serialNumber, "rsa-2048", KeyOrigin.AUTHORITY, DIGEST, TO_BE_SIGNED, DIGEST)));
        events.add(message(3, new CertificateSigned(requestId, 1, serialNumber, CERTIFICATE)));
        events.add(message(4, new CertificateDownloaded(requestId, DownloadForm.PKCS12, DAY)));
        events.addAll(bill(number, 1));
        return events;
    }

    private static DomainEventMessage<?> message(long sequence, CertificateEvent event) {
        return new GenericDomainEventMessage<>("Certificate", event.requestId(), sequence, event);
    }
}
