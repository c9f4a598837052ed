package jp.shomei.command.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jp.shomei.command.certificate.ReferenceCertificate.Step;
import jp.shomei.command.institution.CheckDigitMode;
import jp.shomei.command.institution.CodePolicy;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.command.time.SimulatedClock;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.contracts.certificate.OpenDownload;
import jp.shomei.contracts.certificate.PrepareSigning;
import jp.shomei.contracts.certificate.PreparedSigning;
import jp.shomei.contracts.certificate.RecordDownload;
import jp.shomei.contracts.certificate.RecordSigned;
import jp.shomei.contracts.certificate.RejectApplication;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random command sequences against {@link ReferenceCertificate}. {@code -Dshomei.histories=100000} for a long run,
 * {@code -Dshomei.seed=N} to see a failure again.
 */
class RandomHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("shomei.histories", 3_000);
    private static final long SEED = Long.getLong("shomei.seed", System.nanoTime());

    private final SimulatedClock clock =
            new SimulatedClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Applications.MORNING);
    private final Random random = new Random(SEED);
    private Configuration axon;

    @BeforeEach
    void start() {
        CodePolicy codes = new CodePolicy(CheckDigitMode.WARN);
        FiledRegistrations registrations = code -> Optional.of(Applications.filed());
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .configureAggregate(Certificate.class)
                .registerComponent(Clock.class, configuration -> clock)
                .registerComponent(CodePolicy.class, configuration -> codes)
                .registerComponent(AgreementPolicy.class, configuration -> new AgreementPolicy(codes))
                .registerComponent(FiledRegistrations.class, configuration -> registrations)
                .registerComponent(IssuanceTerms.class, configuration -> Applications.terms())
                .start();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void everyHistoryIsAsTheReferenceSays() {
        for (int number = 1; number <= HISTORIES; number++) {
            String requestId = RequestId.of(JapanTime.today(clock), number);
            boolean agrees = random.nextInt(3) == 0;
            send(new ApplyForCertificate(
                    requestId, Applications.form(agrees ? Applications.NAME : "よその医院", "1", "01")));
            ReferenceCertificate reference = new ReferenceCertificate(agrees, JapanTime.today(clock));
            for (int step = random.nextInt(14); step > 0; step--) {
                passTime();
                Step next = Step.values()[random.nextInt(Step.values().length)];
                Optional<ErrorCode> expected = reference.take(next, JapanTime.today(clock));
                assertThat(send(command(requestId, next)))
                        .as("seed %d, %s of %s on %s", SEED, next, requestId, JapanTime.today(clock))
                        .isEqualTo(expected);
            }
            assertThatNothingHappenedTwice(requestId, reference);
        }
    }

    private void assertThatNothingHappenedTwice(String requestId, ReferenceCertificate reference) {
        List<Class<?>> types = axon.eventStore()
                .readEvents(requestId)
                .asStream()
                .<Class<?>>map(event -> event.getPayloadType())
                .toList();
        assertThat(types)
                .as("seed %d, %s", SEED, requestId)
                .filteredOn(CertificateIssued.class::equals)
                .hasSize(reference.isIssued() ? 1 : 0);
        assertThat(types).filteredOn(CertificateSigned.class::equals).hasSize(reference.isSigned() ? 1 : 0);
        assertThat(types.indexOf(CertificateSigned.class))
                .isGreaterThanOrEqualTo(
                        reference.isSigned() ? types.indexOf(CertificateSigningPrepared.class) + 1 : -1);
    }

    private void passTime() {
        if (random.nextInt(6) == 0) {
            clock.moveTo(clock.instant().plus(Duration.ofDays(random.nextInt(120))));
        }
    }

    private Optional<ErrorCode> send(Object command) {
        try {
            axon.commandGateway().sendAndWait(command, 10, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.refusal().code());
        }
    }

    private static Object command(String requestId, Step step) {
        return switch (step) {
            case APPROVE -> new ApproveApplication(requestId, null);
            case REJECT -> new RejectApplication(requestId, "名称が届出と異なります。", null);
            case CANCEL -> new CancelApplication(requestId);
            case OPEN -> new OpenDownload(requestId);
            case PREPARE ->
                new PrepareSigning(
                        requestId, new PreparedSigning(1, "0a", KeyOrigin.HOLDER, "be", "MI"), "rsa-2048", "ca");
            case SIGN -> new RecordSigned(requestId, "0a", "ca", "MIIC");
            case SIGN_OTHER -> new RecordSigned(requestId, "0b", "ca", "MIIC");
            case DOWNLOAD -> new RecordDownload(requestId, DownloadForm.PEM);
        };
    }
}
