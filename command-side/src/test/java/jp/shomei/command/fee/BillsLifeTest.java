package jp.shomei.command.fee;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.contracts.fee.BeginCollection;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeFee;
import jp.shomei.contracts.fee.CollectFee;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.PaymentMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whole ways of a bill, with the daily run on every day but where it stands still. */
class BillsLifeTest {

    private final BillRoom room = new BillRoom(CollectionPolicy.USUAL);
    private final List<String> seen = new ArrayList<>();
    private String billId = "";

    @AfterEach
    void stop() {
        room.close();
    }

    @Nested
    class ByDeduction {

        @Test
        void atOnce() {
            begin(LocalDate.of(2024, 4, 30), PaymentMethod.DEDUCTION);
            liveUntil("2024-06-21");
            report(PaymentOutcome.DEDUCTED);
            liveUntil("2025-06-30");
            assertThat(seen)
                    .containsExactly(
                            "2024-04-30 FeeCharged", "2024-06-01 DeductionInstructed", "2024-06-21 DeductionSettled");
        }

        @Test
        void theSecondTime() {
            begin(LocalDate.of(2024, 5, 1), PaymentMethod.DEDUCTION);
            liveUntil("2024-07-22");
            report(PaymentOutcome.INSUFFICIENT);
            liveUntil("2024-08-21");
            report(PaymentOutcome.DEDUCTED);
            liveUntil("2025-06-30");
            assertThat(seen)
                    .containsExactly(
                            "2024-05-01 FeeCharged",
                            "2024-07-01 DeductionInstructed",
                            "2024-07-22 DeductionFailed",
                            "2024-08-01 DeductionInstructed",
                            "2024-08-21 DeductionSettled");
        }

        @Test
        void failsTwiceAtTheEndOfTheYear() {
            begin(LocalDate.of(2024, 9, 30), PaymentMethod.DEDUCTION);
            liveUntil("2024-11-20");
            report(PaymentOutcome.INSUFFICIENT);
            liveUntil("2024-12-05");
            report(PaymentOutcome.INSUFFICIENT);
            liveUntil("2025-01-09");
            report(PaymentOutcome.PAID);
            liveUntil("2025-12-31");
            assertThat(seen)
                    .containsExactly(
                            "2024-09-30 FeeCharged",
                            "2024-11-01 DeductionInstructed",
                            "2024-11-20 DeductionFailed",
                            "2024-12-01 DeductionInstructed",
                            "2024-12-05 DeductionFailed",
                            "2024-12-05 SlipPlanned",
                            "2024-12-10 SlipIssued",
                            "2025-01-09 FeePaid");
        }

        @Test
        void failsTwiceOverTheTurnOfTheYear() {
            begin(LocalDate.of(2024, 10, 1), PaymentMethod.DEDUCTION);
            liveUntil("2024-12-20");
            report(PaymentOutcome.INSUFFICIENT);
            liveUntil("2025-01-06");
            report(PaymentOutcome.INSUFFICIENT);
            liveUntil("2025-01-31");
            assertThat(seen)
                    .containsExactly(
                            "2024-10-01 FeeCharged",
                            "2024-12-01 DeductionInstructed",
                            "2024-12-20 DeductionFailed",
                            "2025-01-01 DeductionInstructed",
                            "2025-01-06 DeductionFailed",
                            "2025-01-06 SlipPlanned",
                            "2025-01-10 SlipIssued");
        }

        /** The payment of the second month comes after the tenth, as a rule: then the slip leaves as soon as it can. */
        @Test
        void failsTwiceAfterTheTenth() {
            begin(LocalDate.of(2024, 4, 10), PaymentMethod.DEDUCTION);
            liveUntil("2024-06-21");
            report(PaymentOutcome.INSUFFICIENT);
            liveUntil("2024-07-20");
            report(PaymentOutcome.INSUFFICIENT);
            liveUntil("2024-07-31");
            assertThat(seen).endsWith("2024-07-20 DeductionFailed", "2024-07-20 SlipPlanned", "2024-07-22 SlipIssued");
        }
    }

    @Nested
    class BySlip {

        @Test
        void paidInTime() {
            begin(LocalDate.of(2024, 4, 10), PaymentMethod.PAYMENT_SLIP);
            liveUntil("2024-07-10");
            report(PaymentOutcome.PAID);
            liveUntil("2025-06-30");
            assertThat(seen)
                    .containsExactly(
                            "2024-04-10 FeeCharged",
                            "2024-06-01 SlipPlanned",
                            "2024-06-10 SlipIssued",
                            "2024-07-10 FeePaid");
        }

        @Test
        void neverPaid() {
            begin(LocalDate.of(2024, 9, 10), PaymentMethod.PAYMENT_SLIP);
            liveUntil("2025-12-31");
            assertThat(seen)
                    .containsExactly(
                            "2024-09-10 FeeCharged",
                            "2024-11-01 SlipPlanned",
                            "2024-11-11 SlipIssued",
                            "2024-12-12 FeeOverdue",
                            "2024-12-27 FeeDefaulted");
        }

        @Test
        void paidAfterTheWarning() {
            begin(LocalDate.of(2024, 4, 10), PaymentMethod.PAYMENT_SLIP);
            liveUntil("2024-07-25");
            report(PaymentOutcome.PAID);
            liveUntil("2025-06-30");
            assertThat(seen).endsWith("2024-07-11 FeeOverdue", "2024-07-25 FeePaid");
        }

        @Test
        void paidAfterTheCertificatesWereLost() {
            begin(LocalDate.of(2024, 4, 10), PaymentMethod.PAYMENT_SLIP);
            liveUntil("2024-08-30");
            report(PaymentOutcome.PAID);
            liveUntil("2025-06-30");
            assertThat(seen).endsWith("2024-07-26 FeeDefaulted", "2024-08-30 FeePaid");
        }
    }

    @Nested
    class WhenTheMethodChanges {

        @Test
        void betweenChargeAndClosingTheNewOneCounts() {
            begin(LocalDate.of(2024, 4, 10), PaymentMethod.PAYMENT_SLIP);
            liveUntil("2024-05-31");
            pay(PaymentMethod.DEDUCTION);
            liveUntil("2024-06-10");
            assertThat(seen).endsWith("2024-06-01 DeductionInstructed");
        }

        @Test
        void afterTheClosingItIsTooLate() {
            begin(LocalDate.of(2024, 4, 10), PaymentMethod.PAYMENT_SLIP);
            liveUntil("2024-06-01");
            pay(PaymentMethod.DEDUCTION);
            liveUntil("2024-06-10");
            assertThat(seen).endsWith("2024-06-01 SlipPlanned", "2024-06-10 SlipIssued");
        }
    }

    @Nested
    class AfterAStandstill {

        @Test
        void everyTermIsAsLongAsEverFromTheDayOfTheStepBefore() {
            begin(LocalDate.of(2024, 4, 10), PaymentMethod.PAYMENT_SLIP);
            liveUntil("2024-06-09");
            standStillUntil("2024-08-24");
            liveUntil("2024-09-20");
            standStillUntil("2024-11-20");
            liveUntil("2024-12-01");
            standStillUntil("2024-12-31");
            liveUntil("2025-01-31");
            assertThat(seen)
                    .containsExactly(
                            "2024-04-10 FeeCharged",
                            "2024-06-01 SlipPlanned",
                            "2024-08-26 SlipIssued",
                            "2024-11-20 FeeOverdue",
                            "2024-12-31 FeeDefaulted");
        }

        @Test
        void aMonthThatIsClosedLateIsDeductedInMonthsToCome() {
            begin(LocalDate.of(2024, 4, 10), PaymentMethod.DEDUCTION);
            standStillUntil("2024-09-30");
            liveUntil("2024-09-30");
            report(PaymentOutcome.INSUFFICIENT);
            liveUntil("2024-10-02");
            report(PaymentOutcome.INSUFFICIENT);
            liveUntil("2024-10-31");
            assertThat(seen)
                    .containsExactly(
                            "2024-04-10 FeeCharged",
                            "2024-09-30 DeductionInstructed",
                            "2024-09-30 DeductionFailed",
                            "2024-10-01 DeductionInstructed",
                            "2024-10-02 DeductionFailed",
                            "2024-10-02 SlipPlanned",
                            "2024-10-02 SlipIssued");
        }
    }

    private void begin(LocalDate chargedOn, PaymentMethod method) {
        pay(method);
        billId = BillId.of(BillingMonth.ofChargesOn(chargedOn), CLINIC);
        room.goTo(chargedOn);
        Charge charge = BillFixture.licence(BillFixture.REQUEST, 1_500);
        send(new ChargeFee(billId, CLINIC, Category.MEDICAL_INSTITUTION, charge));
    }

    private void pay(PaymentMethod method) {
        room.file(BillFixture.filed(Category.MEDICAL_INSTITUTION, method));
    }

    /** The daily run of every day up to this one: the month is closed on its first day, or as soon as it can be. */
    private void liveUntil(String last) {
        LocalDate end = LocalDate.parse(last);
        for (LocalDate day = room.today(); !day.isAfter(end); day = day.plusDays(1)) {
            room.goTo(day);
            if (!day.isBefore(BillId.month(billId).firstDay())) {
                room.takeCharges(false);
                send(new BeginCollection(billId));
            }
            send(new CollectFee(billId));
        }
        room.goTo(end);
    }

    private void standStillUntil(String day) {
        room.goTo(LocalDate.parse(day));
    }

    private void report(PaymentOutcome outcome) {
        send(new RecordOutcome(billId, outcome, null, room.today()));
    }

    private void send(Object command) {
        assertThat(room.send(command)).isEmpty();
        List<FeeEvent> history = room.history(billId);
        history.subList(seen.size(), history.size())
                .forEach(event -> seen.add(room.today() + " " + event.getClass().getSimpleName()));
    }
}
