package jp.shomei.command.fee;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.fee.BillFixture.AMOUNT;
import static jp.shomei.command.fee.BillFixture.CLOSED_ON;
import static jp.shomei.command.fee.BillFixture.DUE_ON;
import static jp.shomei.command.fee.BillFixture.ID;
import static jp.shomei.command.fee.BillFixture.ISSUED_ON;
import static jp.shomei.command.fee.BillFixture.LICENCE;
import static jp.shomei.command.fee.BillFixture.REQUEST;
import static jp.shomei.command.fee.BillFixture.WARNED_ON;
import static jp.shomei.command.fee.BillFixture.charged;
import static jp.shomei.command.fee.BillFixture.expectOnce;
import static jp.shomei.command.fee.BillFixture.with;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.FeeOverdue;
import jp.shomei.contracts.fee.FeePaid;
import jp.shomei.contracts.fee.FeeRefunded;
import jp.shomei.contracts.fee.FeeWrittenOff;
import jp.shomei.contracts.fee.OutcomeUnmatched;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.RefundOrdered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlipOutcomeTest {

    private static final LocalDate LATER = LocalDate.of(2024, 8, 30);
    private static final LocalDate PAYMENT_DAY = LocalDate.of(2024, 6, 28);
    private static final Object[] REFUND = {
        charged(LICENCE.reversedOn(CLOSED_ON)), new RefundOrdered(ID, 1_500, CLOSED_ON)
    };

    @Test
    void paidInTime() {
        expectOnce(
                LATER,
                BillFixture.issued(),
                report(PaymentOutcome.PAID, PAYMENT_DAY),
                new FeePaid(ID, AMOUNT, PAYMENT_DAY, BillFixture.PLACE));
    }

    @Test
    void anAttemptThatIsNamedMakesNoOtherReport() {
        expectOnce(
                LATER,
                BillFixture.issued(),
                report(PaymentOutcome.PAID, 1, PAYMENT_DAY),
                new FeePaid(ID, AMOUNT, PAYMENT_DAY, BillFixture.PLACE));
    }

    @Test
    void paidOnTheDayItWasSent() {
        expectOnce(
                ISSUED_ON,
                BillFixture.issued(),
                report(PaymentOutcome.PAID, ISSUED_ON),
                new FeePaid(ID, AMOUNT, ISSUED_ON, BillFixture.PLACE));
    }

    @Test
    void paidLate() {
        expectOnce(
                LATER,
                BillFixture.overdue(),
                report(PaymentOutcome.PAID, WARNED_ON),
                new FeePaid(ID, AMOUNT, WARNED_ON, BillFixture.PLACE));
    }

    @Test
    void paidInTimeButReportedAfterTheWarning() {
        expectOnce(
                WARNED_ON,
                BillFixture.overdue(),
                report(PaymentOutcome.PAID, DUE_ON),
                new FeePaid(ID, AMOUNT, DUE_ON, BillFixture.PLACE));
    }

    @Test
    void paidAfterTheCertificatesWereLost() {
        expectOnce(
                LATER,
                BillFixture.defaulted(),
                report(PaymentOutcome.PAID, LATER),
                new FeePaid(ID, AMOUNT, LATER, BillFixture.PLACE));
    }

    @Test
    void unpaidBeforeTheLastDayIsOverSaysNothing() {
        expectOnce(ISSUED_ON, BillFixture.issued(), report(PaymentOutcome.UNPAID, ISSUED_ON));
        expectOnce(DUE_ON, BillFixture.issued(), report(PaymentOutcome.UNPAID, DUE_ON));
    }

    @Test
    void unpaidAfterTheLastDayIsOverdueAtOnce() {
        expectOnce(WARNED_ON, BillFixture.issued(), report(PaymentOutcome.UNPAID, DUE_ON), BillFixture.OVERDUE);
        LocalDate week = WARNED_ON.plusWeeks(1);
        expectOnce(
                week,
                BillFixture.issued(),
                report(PaymentOutcome.UNPAID, week),
                new FeeOverdue(ID, CLINIC, List.of(REQUEST), AMOUNT, DUE_ON, LocalDate.of(2024, 8, 1)));
    }

    @Test
    void unpaidSaysNothingNewOnceThatIsOnRecord() {
        expectOnce(LATER, BillFixture.overdue(), report(PaymentOutcome.UNPAID, WARNED_ON));
        expectOnce(LATER, BillFixture.defaulted(), report(PaymentOutcome.UNPAID, LATER));
    }

    @Test
    void unpaidSaysNothingNewOfWhatWasGivenUp() {
        Object[] writtenOff = with(BillFixture.overdue(), new FeeWrittenOff(ID, AMOUNT, "廃止", WARNED_ON, List.of()));
        expectOnce(LATER, writtenOff, report(PaymentOutcome.UNPAID, LATER));
    }

    @Test
    void unpaidAfterTheDayOfPaymentIsAContradiction() {
        LocalDate next = WARNED_ON.plusDays(1);
        Object[] paid = with(BillFixture.overdue(), new FeePaid(ID, AMOUNT, WARNED_ON, BillFixture.place("before", 1)));
        expectOnce(
                LATER,
                paid,
                report(PaymentOutcome.UNPAID, next),
                new OutcomeUnmatched(ID, PaymentOutcome.UNPAID, null, next, BillStatus.PAID, BillFixture.PLACE));
    }

    @Test
    void unpaidUpToTheDayOfPaymentIsNoContradiction() {
        Object[] paid = with(BillFixture.overdue(), new FeePaid(ID, AMOUNT, WARNED_ON, BillFixture.place("before", 1)));
        expectOnce(LATER, paid, report(PaymentOutcome.UNPAID, WARNED_ON));
    }

    @Test
    void aRefundIsPaidOut() {
        expectOnce(
                PAYMENT_DAY,
                REFUND,
                report(PaymentOutcome.PAID, PAYMENT_DAY),
                new FeeRefunded(ID, 1_500, PAYMENT_DAY, BillFixture.PLACE));
    }

    private static RecordOutcome report(PaymentOutcome outcome, @Nullable Integer attempt, LocalDate day) {
        return new RecordOutcome(ID, outcome, attempt, day, BillFixture.PLACE);
    }

    private static RecordOutcome report(PaymentOutcome outcome, LocalDate day) {
        return report(outcome, null, day);
    }
}
