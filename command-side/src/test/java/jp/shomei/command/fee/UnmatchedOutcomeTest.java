package jp.shomei.command.fee;

import static jp.shomei.command.fee.BillFixture.AMOUNT;
import static jp.shomei.command.fee.BillFixture.CLOSED_ON;
import static jp.shomei.command.fee.BillFixture.ID;
import static jp.shomei.command.fee.BillFixture.ISSUED_ON;
import static jp.shomei.command.fee.BillFixture.WARNED_ON;
import static jp.shomei.command.fee.BillFixture.charged;
import static jp.shomei.command.fee.BillFixture.on;
import static jp.shomei.command.fee.BillFixture.place;
import static jp.shomei.command.fee.BillFixture.recorded;
import static jp.shomei.command.fee.BillFixture.with;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.DeductionSettled;
import jp.shomei.contracts.fee.FeePaid;
import jp.shomei.contracts.fee.FeeRefunded;
import jp.shomei.contracts.fee.FeeWrittenOff;
import jp.shomei.contracts.fee.NothingToCollect;
import jp.shomei.contracts.fee.OutcomeUnmatched;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.RefundOrdered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the payment system cannot mean is kept for an officer, once, and changes nothing else. */
class UnmatchedOutcomeTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 8, 30);
    private static final FeePaid PAID = new FeePaid(ID, AMOUNT, WARNED_ON, BillFixture.PLACE);

    static List<Case> misfits() {
        Object[] deducted =
                with(BillFixture.toBeDeducted(), new DeductionSettled(ID, 1, AMOUNT, LocalDate.of(2024, 6, 20)));
        Object[] refund = with(charged(), new RefundOrdered(ID, 1, CLOSED_ON));
        Object[] refunded = with(refund, new FeeRefunded(ID, 1, CLOSED_ON, BillFixture.PLACE));
        Object[] nothing = with(charged(), new NothingToCollect(ID, CLOSED_ON));
        Object[] writtenOff = with(BillFixture.overdue(), new FeeWrittenOff(ID, AMOUNT, "廃止", WARNED_ON, List.of()));
        PaymentOutcome[] all = PaymentOutcome.values();
        return Stream.of(
                        cases(BillStatus.OPEN, charged(), all),
                        cases(
                                BillStatus.DEDUCTION_INSTRUCTED,
                                BillFixture.toBeDeducted(),
                                PaymentOutcome.PAID,
                                PaymentOutcome.UNPAID),
                        cases(BillStatus.DEDUCTION_FAILED, BillFixture.failedOnce(), all),
                        cases(BillStatus.DEDUCTED, deducted, all),
                        cases(BillStatus.SLIP_PLANNED, BillFixture.planned(), all),
                        cases(BillStatus.SLIP_PLANNED, BillFixture.failedTwice(), all),
                        ofDeduction(BillStatus.SLIP_ISSUED, BillFixture.issued()),
                        ofDeduction(BillStatus.OVERDUE, BillFixture.overdue()),
                        ofDeduction(BillStatus.DEFAULTED, BillFixture.defaulted()),
                        cases(BillStatus.PAID, with(BillFixture.issued(), PAID), all),
                        cases(
                                BillStatus.WRITTEN_OFF,
                                writtenOff,
                                PaymentOutcome.DEDUCTED,
                                PaymentOutcome.INSUFFICIENT,
                                PaymentOutcome.PAID),
                        cases(
                                BillStatus.REFUND_DUE,
                                refund,
                                PaymentOutcome.DEDUCTED,
                                PaymentOutcome.INSUFFICIENT,
                                PaymentOutcome.UNPAID),
                        cases(BillStatus.REFUNDED, refunded, all),
                        cases(BillStatus.NOTHING_DUE, nothing, all))
                .flatMap(stream -> stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void isKeptForAnOfficerOnce(Case one) {
        expectUnmatched(one.status(), one.history(), one.outcome(), null, TODAY);
    }

    @Test
    void aReportOfAnotherAttemptDoesNotFit() {
        expectUnmatched(
                BillStatus.DEDUCTION_INSTRUCTED,
                BillFixture.toBeDeducted(),
                PaymentOutcome.DEDUCTED,
                2,
                LocalDate.of(2024, 6, 20));
        expectUnmatched(
                BillStatus.DEDUCTION_INSTRUCTED,
                BillFixture.toBeDeductedAgain(),
                PaymentOutcome.INSUFFICIENT,
                1,
                LocalDate.of(2024, 7, 5));
    }

    @Test
    void whatIsSaidToHaveHappenedBeforeItsInstructionOrSlipDoesNotFit() {
        expectUnmatched(
                BillStatus.DEDUCTION_INSTRUCTED,
                BillFixture.toBeDeductedAgain(),
                PaymentOutcome.DEDUCTED,
                null,
                LocalDate.of(2024, 6, 30));
        expectUnmatched(
                BillStatus.SLIP_ISSUED, BillFixture.issued(), PaymentOutcome.PAID, null, ISSUED_ON.minusDays(1));
        expectUnmatched(BillStatus.OVERDUE, BillFixture.overdue(), PaymentOutcome.PAID, null, ISSUED_ON.minusDays(1));
    }

    @Test
    void whatIsStillToComeDoesNotFit() {
        expectUnmatched(BillStatus.SLIP_ISSUED, BillFixture.issued(), PaymentOutcome.PAID, null, TODAY.plusDays(1));
    }

    @Test
    void aSecondPaymentOfTheSameDayIsKept() {
        expectUnmatched(BillStatus.PAID, with(BillFixture.issued(), PAID), PaymentOutcome.PAID, null, WARNED_ON);
        Object[] refund = with(charged(), new RefundOrdered(ID, 1, CLOSED_ON));
        expectUnmatched(
                BillStatus.REFUNDED,
                with(refund, new FeeRefunded(ID, 1, CLOSED_ON, BillFixture.PLACE)),
                PaymentOutcome.PAID,
                null,
                CLOSED_ON);
    }

    @Test
    void aSecondPaymentInTheSameListIsKeptOnce() {
        RecordOutcome second = new RecordOutcome(ID, PaymentOutcome.PAID, null, WARNED_ON, place("list", 2));
        OutcomeUnmatched unmatched =
                new OutcomeUnmatched(ID, PaymentOutcome.PAID, null, WARNED_ON, BillStatus.PAID, place("list", 2));
        Object[] paid = with(BillFixture.issued(), PAID);
        on(TODAY, paid).when(second).expectEvents(unmatched);
        on(TODAY, with(paid, unmatched)).when(second).expectNoEvents();
        on(TODAY, with(paid, unmatched))
                .when(new RecordOutcome(ID, PaymentOutcome.PAID, null, WARNED_ON, BillFixture.PLACE))
                .expectNoEvents();
    }

    @Test
    void aPaymentWhosePlaceIsNotRecordedIsKnownByItsDay() {
        Object[] paid = with(BillFixture.issued(), new FeePaid(ID, AMOUNT, WARNED_ON, null));
        on(TODAY, paid)
                .when(new RecordOutcome(ID, PaymentOutcome.PAID, null, WARNED_ON, BillFixture.PLACE))
                .expectNoEvents();
        expectUnmatched(BillStatus.PAID, paid, PaymentOutcome.PAID, null, TODAY);
    }

    @Test
    void threePaymentsOfOneDayAreAllKept() {
        Object[] history = with(
                BillFixture.issued(),
                PAID,
                new OutcomeUnmatched(ID, PaymentOutcome.PAID, null, TODAY, BillStatus.PAID, place("second", 1)));
        expectUnmatched(BillStatus.PAID, history, PaymentOutcome.PAID, null, TODAY);
    }

    @Test
    void whatComesAfterwardsIsStillTaken() {
        Object[] history = with(
                BillFixture.issued(),
                new OutcomeUnmatched(ID, PaymentOutcome.DEDUCTED, 1, TODAY, BillStatus.SLIP_ISSUED, BillFixture.PLACE));
        on(TODAY, history)
                .when(new RecordOutcome(ID, PaymentOutcome.PAID, null, WARNED_ON, BillFixture.PLACE))
                .expectEvents(PAID);
    }

    private static void expectUnmatched(
            BillStatus status, Object[] history, PaymentOutcome outcome, @Nullable Integer attempt, LocalDate day) {
        RecordOutcome report = new RecordOutcome(ID, outcome, attempt, day, place("last", 1));
        OutcomeUnmatched unmatched = new OutcomeUnmatched(ID, outcome, attempt, day, status, place("last", 1));
        on(TODAY, history).when(report).expectEvents(unmatched).expectResultMessagePayload(recorded(history.length));
        on(TODAY, with(history, unmatched))
                .when(report)
                .expectNoEvents()
                .expectResultMessagePayload(recorded(history.length));
    }

    private static Stream<Case> ofDeduction(BillStatus status, Object[] history) {
        return cases(status, history, PaymentOutcome.DEDUCTED, PaymentOutcome.INSUFFICIENT);
    }

    private static Stream<Case> cases(BillStatus status, Object[] history, PaymentOutcome... outcomes) {
        return Stream.of(outcomes).map(outcome -> new Case(status, history, outcome));
    }

    record Case(BillStatus status, Object[] history, PaymentOutcome outcome) {

        @Override
        public String toString() {
            return outcome + " of a bill that is " + status;
        }
    }
}
