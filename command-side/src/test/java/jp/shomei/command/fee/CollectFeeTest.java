package jp.shomei.command.fee;

import static jp.shomei.command.certificate.Applications.ADDRESS;
import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.fee.BillFixture.AMOUNT;
import static jp.shomei.command.fee.BillFixture.CLOSED_ON;
import static jp.shomei.command.fee.BillFixture.DEFAULTED;
import static jp.shomei.command.fee.BillFixture.DEFAULTED_ON;
import static jp.shomei.command.fee.BillFixture.DUE_ON;
import static jp.shomei.command.fee.BillFixture.ID;
import static jp.shomei.command.fee.BillFixture.ISSUED;
import static jp.shomei.command.fee.BillFixture.ISSUED_ON;
import static jp.shomei.command.fee.BillFixture.LICENCE;
import static jp.shomei.command.fee.BillFixture.OVERDUE;
import static jp.shomei.command.fee.BillFixture.POSTAGE;
import static jp.shomei.command.fee.BillFixture.REQUEST;
import static jp.shomei.command.fee.BillFixture.REVOKE_AFTER;
import static jp.shomei.command.fee.BillFixture.TAX;
import static jp.shomei.command.fee.BillFixture.WARNED_ON;
import static jp.shomei.command.fee.BillFixture.charged;
import static jp.shomei.command.fee.BillFixture.given;
import static jp.shomei.command.fee.BillFixture.on;
import static jp.shomei.command.fee.BillFixture.recorded;
import static jp.shomei.command.fee.BillFixture.refused;
import static jp.shomei.command.fee.BillFixture.with;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.command.certificate.Applications;
import jp.shomei.contracts.fee.ChargeReversed;
import jp.shomei.contracts.fee.CollectFee;
import jp.shomei.contracts.fee.DeductionSettled;
import jp.shomei.contracts.fee.FeeDefaulted;
import jp.shomei.contracts.fee.FeeOverdue;
import jp.shomei.contracts.fee.FeePaid;
import jp.shomei.contracts.fee.FeeRefunded;
import jp.shomei.contracts.fee.FeeWrittenOff;
import jp.shomei.contracts.fee.NothingToCollect;
import jp.shomei.contracts.fee.RefundOrdered;
import jp.shomei.contracts.fee.SlipIssued;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.refusal.ErrorCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectFeeTest {

    private static final CollectFee COLLECT = new CollectFee(ID);

    private static void nothing(LocalDate today, Object... history) {
        on(today, history)
                .when(COLLECT)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents()
                .expectResultMessagePayload(recorded(history.length - 1L));
    }

    @Nested
    class OnceASlipIsPlanned {

        @Test
        void itIsNotSentBeforeItsDay() {
            nothing(ISSUED_ON.minusDays(1), BillFixture.planned());
        }

        @Test
        void itIsSentOnItsDay() {
            on(ISSUED_ON, BillFixture.planned())
                    .when(COLLECT)
                    .expectEvents(ISSUED)
                    .expectResultMessagePayload(recorded(3));
        }

        @Test
        void itGoesToTheNameAndAddressOfThatDay() {
            Registration moved = Applications.filed("新証明クリニック", PaymentMethod.DEDUCTION);
            given(ISSUED_ON, false, moved, CollectionPolicy.USUAL, BillFixture.planned())
                    .when(COLLECT)
                    .expectEvents(new SlipIssued(
                            ID, "新証明クリニック", ADDRESS, AMOUNT, TAX, ISSUED_ON, DUE_ON, BillFixture.ISSUER));
        }

        @Test
        void afterTwoFailuresItIsSentLikeAnyOther() {
            LocalDate day = LocalDate.of(2024, 7, 10);
            on(day, BillFixture.failedTwice())
                    .when(COLLECT)
                    .expectEvents(new SlipIssued(
                            ID,
                            Applications.NAME,
                            ADDRESS,
                            AMOUNT,
                            TAX,
                            day,
                            LocalDate.of(2024, 8, 9),
                            BillFixture.ISSUER));
        }

        @Test
        void afterAStandstillItIsSentOnABusinessDayAndLeavesAsMuchTime() {
            nothing(LocalDate.of(2024, 8, 31), BillFixture.planned());
            nothing(LocalDate.of(2024, 9, 1), BillFixture.planned());
            LocalDate monday = LocalDate.of(2024, 9, 2);
            on(monday, BillFixture.planned())
                    .when(COLLECT)
                    .expectEvents(new SlipIssued(
                            ID,
                            Applications.NAME,
                            ADDRESS,
                            AMOUNT,
                            TAX,
                            monday,
                            LocalDate.of(2024, 10, 2),
                            BillFixture.ISSUER));
        }

        @Test
        void theTimeForPayingCanBeSet() {
            given(ISSUED_ON, false, Applications.filed(), new CollectionPolicy(10, 3, 60, 14), BillFixture.planned())
                    .when(COLLECT)
                    .expectEvents(new SlipIssued(
                            ID,
                            Applications.NAME,
                            ADDRESS,
                            AMOUNT,
                            TAX,
                            ISSUED_ON,
                            LocalDate.of(2024, 8, 9),
                            BillFixture.ISSUER));
        }

        @Test
        void nobodyIsSentASlipWithoutAnAddress() {
            refused(
                    given(ISSUED_ON, false, null, CollectionPolicy.USUAL, BillFixture.planned()),
                    COLLECT,
                    ErrorCode.INSTITUTION_NOT_REGISTERED,
                    CLINIC.value());
        }
    }

    @Nested
    class OnceASlipIsSent {

        @Test
        void nothingHappensUpToTheLastDayForPaying() {
            nothing(ISSUED_ON, BillFixture.issued());
            nothing(DUE_ON, BillFixture.issued());
        }

        @Test
        void theDayAfterItIsOverdue() {
            on(WARNED_ON, BillFixture.issued())
                    .when(COLLECT)
                    .expectEvents(OVERDUE)
                    .expectResultMessagePayload(recorded(4));
        }

        @ParameterizedTest
        @CsvSource({"2024-08-20, 2024-09-03", "2024-12-25, 2025-01-08"})
        void afterAStandstillTheWarningLeavesAsMuchTime(LocalDate today, LocalDate revokeAfter) {
            on(today, BillFixture.issued())
                    .when(COLLECT)
                    .expectEvents(new FeeOverdue(ID, CLINIC, List.of(REQUEST), AMOUNT, DUE_ON, revokeAfter));
        }

        @Test
        void theGraceCanBeSet() {
            given(WARNED_ON, false, Applications.filed(), new CollectionPolicy(10, 3, 30, 7), BillFixture.issued())
                    .when(COLLECT)
                    .expectEvents(
                            new FeeOverdue(ID, CLINIC, List.of(REQUEST), AMOUNT, DUE_ON, LocalDate.of(2024, 7, 18)));
        }
    }

    @Nested
    class OnceItIsOverdue {

        @Test
        void theCertificatesStayUpToTheLastDay() {
            nothing(WARNED_ON, BillFixture.overdue());
            nothing(REVOKE_AFTER, BillFixture.overdue());
        }

        @Test
        void theDayAfterItIsDefaulted() {
            on(DEFAULTED_ON, BillFixture.overdue())
                    .when(COLLECT)
                    .expectEvents(DEFAULTED)
                    .expectResultMessagePayload(recorded(5));
        }

        @Test
        void everyCertificateInItIsAtStakeOnceButForWhatWasTakenBack() {
            String second = "202404100000002";
            String third = "202404100000003";
            String earlier = "202402010000009";
            Object[] history = {
                charged(BillFixture.licence(second, 1_500)),
                charged(LICENCE),
                charged(POSTAGE),
                charged(BillFixture.licence(third, 1_500)),
                charged(BillFixture.licence(earlier, 1_500).reversedOn(CLOSED_ON)),
                new ChargeReversed(
                        ID, CLINIC, Category.MEDICAL_INSTITUTION, BillFixture.licence(third, 1_500), "誤り", CLOSED_ON),
                BillFixture.PLANNED,
                ISSUED,
                OVERDUE
            };
            on(DEFAULTED_ON, history)
                    .when(COLLECT)
                    .expectEvents(new FeeDefaulted(ID, List.of(second, REQUEST), 3_753, DEFAULTED_ON));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-06-01", "2024-07-01", "2024-07-10", "2026-01-01"})
    void nothingElseEverComesDue(LocalDate day) {
        nothing(day, charged());
        nothing(day, BillFixture.toBeDeducted());
        nothing(day, with(BillFixture.toBeDeducted(), new DeductionSettled(ID, 1, AMOUNT, CLOSED_ON)));
        nothing(day, with(BillFixture.issued(), new FeePaid(ID, AMOUNT, ISSUED_ON, BillFixture.PLACE)));
        nothing(day, with(BillFixture.overdue(), new FeePaid(ID, AMOUNT, WARNED_ON, BillFixture.PLACE)));
        nothing(day, with(BillFixture.overdue(), new FeeWrittenOff(ID, AMOUNT, "廃止", WARNED_ON, List.of())));
        nothing(day, BillFixture.defaulted());
        nothing(day, with(charged(), new NothingToCollect(ID, CLOSED_ON)));
        nothing(day, with(charged(), new RefundOrdered(ID, 1, CLOSED_ON)));
        nothing(
                day,
                with(
                        charged(),
                        new RefundOrdered(ID, 1, CLOSED_ON),
                        new FeeRefunded(ID, 1, CLOSED_ON, BillFixture.PLACE)));
    }
}
