package jp.shomei.command.fee;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.fee.BillFixture.AMOUNT;
import static jp.shomei.command.fee.BillFixture.CLOSED_ON;
import static jp.shomei.command.fee.BillFixture.DUE_ON;
import static jp.shomei.command.fee.BillFixture.FIRST_FAILED;
import static jp.shomei.command.fee.BillFixture.ID;
import static jp.shomei.command.fee.BillFixture.ISSUED_ON;
import static jp.shomei.command.fee.BillFixture.LICENCE;
import static jp.shomei.command.fee.BillFixture.PLANNED_AFTER_FAILURES;
import static jp.shomei.command.fee.BillFixture.REQUEST;
import static jp.shomei.command.fee.BillFixture.SECOND_FAILED;
import static jp.shomei.command.fee.BillFixture.WARNED_ON;
import static jp.shomei.command.fee.BillFixture.charged;
import static jp.shomei.command.fee.BillFixture.given;
import static jp.shomei.command.fee.BillFixture.on;
import static jp.shomei.command.fee.BillFixture.recorded;
import static jp.shomei.command.fee.BillFixture.with;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.shomei.command.certificate.Applications;
import jp.shomei.contracts.fee.DeductionFailed;
import jp.shomei.contracts.fee.DeductionInstructed;
import jp.shomei.contracts.fee.DeductionSettled;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.FeeOverdue;
import jp.shomei.contracts.fee.FeePaid;
import jp.shomei.contracts.fee.FeeRefunded;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.RefundOrdered;
import jp.shomei.contracts.fee.SlipPlanned;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordOutcomeTest {

    private static final LocalDate PAYMENT_DAY = LocalDate.of(2024, 6, 20);
    private static final LocalDate SECOND_PAYMENT_DAY = LocalDate.of(2024, 7, 5);
    private static final LocalDate LATER = LocalDate.of(2024, 8, 30);

    private static RecordOutcome report(PaymentOutcome outcome, @Nullable Integer attempt, LocalDate day) {
        return new RecordOutcome(ID, outcome, attempt, day);
    }

    private static RecordOutcome report(PaymentOutcome outcome, LocalDate day) {
        return report(outcome, null, day);
    }

    /** What the report leads to the first time; the second time it leads to nothing. */
    private static void expect(LocalDate today, Object[] history, RecordOutcome report, FeeEvent... events) {
        on(today, history)
                .when(report)
                .expectEvents((Object[]) events)
                .expectResultMessagePayload(recorded(history.length + events.length - 1L));
        on(today, with(history, (Object[]) events))
                .when(report)
                .expectNoEvents()
                .expectResultMessagePayload(recorded(history.length + events.length - 1L));
    }

    @Nested
    class OfADeduction {

        @ParameterizedTest
        @NullSource
        @ValueSource(ints = 1)
        void settledAtOnce(@Nullable Integer attempt) {
            expect(
                    PAYMENT_DAY,
                    BillFixture.toBeDeducted(),
                    report(PaymentOutcome.DEDUCTED, attempt, PAYMENT_DAY),
                    new DeductionSettled(ID, 1, AMOUNT, PAYMENT_DAY));
        }

        @Test
        void settledOnTheVeryDayOfTheInstruction() {
            expect(
                    CLOSED_ON,
                    BillFixture.toBeDeducted(),
                    report(PaymentOutcome.DEDUCTED, CLOSED_ON),
                    new DeductionSettled(ID, 1, AMOUNT, CLOSED_ON));
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(ints = 1)
        void failedOnce(@Nullable Integer attempt) {
            expect(
                    PAYMENT_DAY,
                    BillFixture.toBeDeducted(),
                    report(PaymentOutcome.INSUFFICIENT, attempt, PAYMENT_DAY),
                    FIRST_FAILED);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(ints = 2)
        void settledTheSecondTime(@Nullable Integer attempt) {
            expect(
                    LATER,
                    BillFixture.toBeDeductedAgain(),
                    report(PaymentOutcome.DEDUCTED, attempt, SECOND_PAYMENT_DAY),
                    new DeductionSettled(ID, 2, AMOUNT, SECOND_PAYMENT_DAY));
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(ints = 2)
        void failedTwiceSoThatASlipFollows(@Nullable Integer attempt) {
            expect(
                    SECOND_PAYMENT_DAY,
                    BillFixture.toBeDeductedAgain(),
                    report(PaymentOutcome.INSUFFICIENT, attempt, SECOND_PAYMENT_DAY),
                    SECOND_FAILED,
                    PLANNED_AFTER_FAILURES);
        }

        @ParameterizedTest
        @CsvSource({"2024-07-10, 2024-07-10", "2024-07-11, 2024-07-11", "2024-07-20, 2024-07-22"})
        void thatSlipIsNeverPlannedForThePast(LocalDate today, LocalDate issueOn) {
            expect(
                    today,
                    BillFixture.toBeDeductedAgain(),
                    report(PaymentOutcome.INSUFFICIENT, SECOND_PAYMENT_DAY),
                    SECOND_FAILED,
                    new SlipPlanned(ID, SlipPlanned.Cause.INSUFFICIENT, AMOUNT, issueOn));
        }

        @Test
        void theMonthOfThatSlipCanBeSet() {
            given(
                            SECOND_PAYMENT_DAY,
                            false,
                            Applications.filed(),
                            new CollectionPolicy(10, 5, 30, 14),
                            BillFixture.toBeDeductedAgain())
                    .when(report(PaymentOutcome.INSUFFICIENT, SECOND_PAYMENT_DAY))
                    .expectEvents(
                            SECOND_FAILED,
                            new SlipPlanned(ID, SlipPlanned.Cause.INSUFFICIENT, AMOUNT, LocalDate.of(2024, 9, 10)));
        }

        /** A list may be sent again after the second instruction; then it does not speak of that one. */
        @Test
        void theFirstFailureReportedAgainIsNotTheSecond() {
            on(LATER, BillFixture.toBeDeductedAgain())
                    .when(report(PaymentOutcome.INSUFFICIENT, null, PAYMENT_DAY))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            on(LATER, BillFixture.failedTwice())
                    .when(report(PaymentOutcome.INSUFFICIENT, 1, PAYMENT_DAY))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void bothMayFailOnOneDayIfTheReportsSayWhich() {
            LocalDate day = LocalDate.of(2024, 7, 1);
            Object[] history = with(
                    BillFixture.toBeDeducted(),
                    new DeductionFailed(ID, 1, day),
                    new DeductionInstructed(ID, 2, YearMonth.of(2024, 7), AMOUNT, day));
            expect(
                    day,
                    history,
                    report(PaymentOutcome.INSUFFICIENT, 2, day),
                    new DeductionFailed(ID, 2, day),
                    PLANNED_AFTER_FAILURES);
        }
    }

    @Nested
    class OfASlip {

        private final LocalDate paymentDay = LocalDate.of(2024, 6, 28);

        @Test
        void paidInTime() {
            expect(
                    LATER,
                    BillFixture.issued(),
                    report(PaymentOutcome.PAID, paymentDay),
                    new FeePaid(ID, AMOUNT, paymentDay));
        }

        @Test
        void anAttemptThatIsNamedMakesNoOtherReport() {
            expect(
                    LATER,
                    BillFixture.issued(),
                    report(PaymentOutcome.PAID, 1, paymentDay),
                    new FeePaid(ID, AMOUNT, paymentDay));
        }

        @Test
        void paidOnTheDayItWasSent() {
            expect(
                    ISSUED_ON,
                    BillFixture.issued(),
                    report(PaymentOutcome.PAID, ISSUED_ON),
                    new FeePaid(ID, AMOUNT, ISSUED_ON));
        }

        @Test
        void paidLate() {
            expect(
                    LATER,
                    BillFixture.overdue(),
                    report(PaymentOutcome.PAID, WARNED_ON),
                    new FeePaid(ID, AMOUNT, WARNED_ON));
        }

        @Test
        void paidInTimeButReportedAfterTheWarning() {
            expect(
                    WARNED_ON,
                    BillFixture.overdue(),
                    report(PaymentOutcome.PAID, DUE_ON),
                    new FeePaid(ID, AMOUNT, DUE_ON));
        }

        @Test
        void paidAfterTheCertificatesWereLost() {
            expect(LATER, BillFixture.defaulted(), report(PaymentOutcome.PAID, LATER), new FeePaid(ID, AMOUNT, LATER));
        }

        @Test
        void unpaidBeforeTheLastDayIsOverSaysNothing() {
            expect(ISSUED_ON, BillFixture.issued(), report(PaymentOutcome.UNPAID, ISSUED_ON));
            expect(DUE_ON, BillFixture.issued(), report(PaymentOutcome.UNPAID, DUE_ON));
        }

        @Test
        void unpaidAfterTheLastDayIsOverdueAtOnce() {
            expect(WARNED_ON, BillFixture.issued(), report(PaymentOutcome.UNPAID, DUE_ON), BillFixture.OVERDUE);
            LocalDate week = WARNED_ON.plusWeeks(1);
            expect(
                    week,
                    BillFixture.issued(),
                    report(PaymentOutcome.UNPAID, week),
                    new FeeOverdue(ID, CLINIC, List.of(REQUEST), AMOUNT, DUE_ON, LocalDate.of(2024, 8, 1)));
        }

        @Test
        void unpaidSaysNothingNewOnceThatIsOnRecord() {
            expect(LATER, BillFixture.overdue(), report(PaymentOutcome.UNPAID, WARNED_ON));
            expect(LATER, BillFixture.defaulted(), report(PaymentOutcome.UNPAID, LATER));
        }

        @Test
        void unpaidUpToTheDayOfPaymentIsNoContradiction() {
            Object[] paid = with(BillFixture.overdue(), new FeePaid(ID, AMOUNT, WARNED_ON));
            expect(LATER, paid, report(PaymentOutcome.UNPAID, WARNED_ON));
        }
    }

    @Nested
    class OfARefund {

        private final Object[] ordered = {
            charged(LICENCE.reversedOn(CLOSED_ON)), new RefundOrdered(ID, 1_500, CLOSED_ON)
        };

        @Test
        void paidOut() {
            expect(
                    PAYMENT_DAY,
                    ordered,
                    report(PaymentOutcome.PAID, PAYMENT_DAY),
                    new FeeRefunded(ID, 1_500, PAYMENT_DAY));
        }
    }
}
