package jp.shomei.app.rebuild;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.InstitutionRegistered;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PaymentMethodChosen;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.ScoreTable;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticePrepared;
import jp.shomei.projections.fixture.CertificateEvents;
import jp.shomei.projections.fixture.FeeEvents;
import jp.shomei.projections.fixture.NoticeEvents;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * Histories as a large authority has them. Those that are told at the same time take turns, event by event, as they do when
 * many institutions work on one day.
 */
public enum History {
    /** Applied for, issued, signed and downloaded; 2,000 of them a day. */
    CERTIFICATES(2_000, 5) {
        @Override
        List<Object> events(int number) {
            LocalDate day = day(number);
            String requestId = requestId(number);
            InstitutionCode institution = institution(number / 3);
            String serial = "%032x".formatted(number);
            return List.of(
                    CertificateEvents.applied(requestId, institution),
                    new CertificateIssued(
                            requestId,
                            institution,
                            Category.MEDICAL_INSTITUTION,
                            CertificateEvents.CONTACT,
                            "受付１",
                            CertificateEvents.ADDRESS,
                            CertificateIssued.Approval.BY_RULE,
                            day,
                            day.plusYears(3).plusMonths(3),
                            day.plusDays(180),
                            day.plusDays(3),
                            1_500),
                    new CertificateSigningPrepared(
                            requestId, 1, serial, "terminal", KeyOrigin.AUTHORITY, "00", "A".repeat(1_200), "11"),
                    new CertificateSigned(requestId, 1, serial, "B".repeat(1_600)),
                    CertificateEvents.downloaded(requestId));
        }

        @Override
        String aggregate(int number) {
            return requestId(number);
        }
    },
    /** Prepared, filled, posted and delivered; 2,000 of them a day. */
    NOTICES(2_000, 4) {
        @Override
        List<Object> events(int number) {
            LocalDate day = day(number);
            String noticeId = aggregate(number);
            return List.of(
                    new NoticePrepared(
                            noticeId,
                            institution(number),
                            CertificateEvents.ADDRESS,
                            CertificateEvents.CONTACT,
                            day,
                            day.plusDays(2)),
                    new NoticeBoxEnclosed(
                            noticeId,
                            new NoticeBox(
                                    requestId(number),
                                    institution(number),
                                    "受付１",
                                    day,
                                    day.plusYears(3),
                                    day.plusDays(180),
                                    1)),
                    NoticeEvents.dispatched(noticeId),
                    NoticeEvents.delivered(noticeId));
        }

        @Override
        String aggregate(int number) {
            return "N" + day(number).toString().replace("-", "") + "-" + institution(number) + "-"
                    + "%08x".formatted(number);
        }
    },
    /** Filed, and how it pays. */
    INSTITUTIONS(2_000, 2) {
        @Override
        List<Object> events(int number) {
            InstitutionCode code = institution(number);
            return List.of(
                    new InstitutionRegistered(
                            code,
                            "桜島病院",
                            Category.MEDICAL_INSTITUTION,
                            Prefecture.KAGOSHIMA,
                            ScoreTable.MEDICAL,
                            CertificateEvents.ADDRESS,
                            CertificateEvents.CONTACT),
                    new PaymentMethodChosen(code, PaymentMethod.DEDUCTION, CertificateEvents.APPLIED_ON));
        }

        @Override
        String aggregate(int number) {
            return institution(number).value();
        }
    },
    /** Bills of one month with four charges each, which come one at a time in the course of the whole month. */
    CHARGES(Integer.MAX_VALUE, 4) {
        @Override
        List<Object> events(int number) {
            String billId = aggregate(number);
            return LongStream.range(0, 4)
                    .<Object>mapToObj(
                            line -> FeeEvents.charged(billId, FeeEvents.licence(RequestId.of(FeeEvents.CHARGED_ON, (int)
                                    (1 + 4L * number + line)))))
                    .toList();
        }

        @Override
        String aggregate(int number) {
            return BillId.of(BillingMonth.ofChargesOn(FeeEvents.CHARGED_ON), institution(number));
        }
    };

    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 3, 10);
    private static final int A_DAY = 2_000;
    private static final int PREFECTURES = 47;
    private static final int DISTRICTS = 100;

    private final int atOnce;
    private final int length;

    History(int atOnce, int length) {
        this.atOnce = atOnce;
        this.length = length;
    }

    abstract List<Object> events(int number);

    abstract String aggregate(int number);

    /** So many events at least, of whole histories. */
    public Stream<DomainEventMessage<?>> messages(int events) {
        int histories = Math.ceilDiv(events, length);
        int together = Math.min(atOnce, histories);
        LongFunction<DomainEventMessage<?>> message = index -> {
            long turn = index / ((long) together * length);
            long inTurn = index % ((long) together * length);
            return message((int) (turn * together + inTurn % together), (int) (inTurn / together));
        };
        return LongStream.range(0, Math.ceilDiv(histories, together) * (long) together * length)
                .mapToObj(message);
    }

    private DomainEventMessage<?> message(int number, int sequence) {
        return new GenericDomainEventMessage<>(
                name(),
                aggregate(number),
                sequence,
                events(number).get(sequence),
                Map.of(),
                UUID.randomUUID().toString(),
                FIRST_DAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
    }

    private static LocalDate day(int number) {
        return FIRST_DAY.plusDays(number / A_DAY);
    }

    private static String requestId(int number) {
        return RequestId.of(day(number), 1 + number % A_DAY);
    }

    /** Spread over prefectures and districts as real ones are. */
    private static InstitutionCode institution(int number) {
        return InstitutionCode.of("%02d1%02d%05d"
                .formatted(
                        1 + number % PREFECTURES, number / PREFECTURES % DISTRICTS, number / PREFECTURES / DISTRICTS));
    }
}
