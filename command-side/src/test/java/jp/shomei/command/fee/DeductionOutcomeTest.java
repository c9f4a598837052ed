package jp.shomei.command.fee;

import static jp.shomei.command.fee.BillFixture.AMOUNT;
import static jp.shomei.command.fee.BillFixture.CLOSED_ON;
import static jp.shomei.command.fee.BillFixture.FIRST_FAILED;
import static jp.shomei.command.fee.BillFixture.ID;
import static jp.shomei.command.fee.BillFixture.PLANNED_AFTER_FAILURES;
import static jp.shomei.command.fee.BillFixture.SECOND_FAILED;
import static jp.shomei.command.fee.BillFixture.expectOnce;
import static jp.shomei.command.fee.BillFixture.given;
import static jp.shomei.command.fee.BillFixture.on;
import static jp.shomei.command.fee.BillFixture.with;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.shomei.command.certificate.Applications;
import jp.shomei.contracts.fee.DeductionFailed;
import jp.shomei.contracts.fee.DeductionInstructed;
import jp.shomei.contracts.fee.DeductionSettled;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.SlipPlanned;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeductionOutcomeTest {

    private static final LocalDate PAYMENT_DAY = LocalDate.of(2024, 6, 20);
    private static final LocalDate SECOND_PAYMENT_DAY = LocalDate.of(2024, 7, 5);
    private static final LocalDate LATER = LocalDate.of(2024, 8, 30);

    @ParameterizedTest
    @NullSource
    @ValueSource(ints = 1)
    void settledAtOnce(@Nullable Integer attempt) {
        expectOnce(
                PAYMENT_DAY,
                BillFixture.toBeDeducted(),
                report(PaymentOutcome.DEDUCTED, attempt, PAYMENT_DAY),
                new DeductionSettled(ID, 1, AMOUNT, PAYMENT_DAY));
    }

    @Test
    void settledOnTheVeryDayOfTheInstruction() {
        expectOnce(
                CLOSED_ON,
                BillFixture.toBeDeducted(),
                report(PaymentOutcome.DEDUCTED, CLOSED_ON),
                new DeductionSettled(ID, 1, AMOUNT, CLOSED_ON));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(ints = 1)
    void failedOnce(@Nullable Integer attempt) {
        expectOnce(
                PAYMENT_DAY,
                BillFixture.toBeDeducted(),
                report(PaymentOutcome.INSUFFICIENT, attempt, PAYMENT_DAY),
                FIRST_FAILED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(ints = 2)
    void settledTheSecondTime(@Nullable Integer attempt) {
        expectOnce(
                LATER,
                BillFixture.toBeDeductedAgain(),
                report(PaymentOutcome.DEDUCTED, attempt, SECOND_PAYMENT_DAY),
                new DeductionSettled(ID, 2, AMOUNT, SECOND_PAYMENT_DAY));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(ints = 2)
    void failedTwiceSoThatASlipFollows(@Nullable Integer attempt) {
        expectOnce(
                SECOND_PAYMENT_DAY,
                BillFixture.toBeDeductedAgain(),
                report(PaymentOutcome.INSUFFICIENT, attempt, SECOND_PAYMENT_DAY),
                SECOND_FAILED,
                PLANNED_AFTER_FAILURES);
    }

    @ParameterizedTest
    @CsvSource({"2024-07-10, 2024-07-10", "2024-07-11, 2024-07-11", "2024-07-20, 2024-07-22"})
    void thatSlipIsNeverPlannedForThePast(LocalDate today, LocalDate issueOn) {
        expectOnce(
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
        expectOnce(
                day,
                history,
                report(PaymentOutcome.INSUFFICIENT, 2, day),
                new DeductionFailed(ID, 2, day),
                PLANNED_AFTER_FAILURES);
    }

    private static RecordOutcome report(PaymentOutcome outcome, @Nullable Integer attempt, LocalDate day) {
        return new RecordOutcome(ID, outcome, attempt, day, BillFixture.PLACE);
    }

    private static RecordOutcome report(PaymentOutcome outcome, LocalDate day) {
        return report(outcome, null, day);
    }
}
