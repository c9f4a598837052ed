package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.institution.PaymentMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whole ways of a bill, with the daily run on every day but where it stands still. */
class BillsLifeTest {

    private final BillLife life = new BillLife();

    @AfterEach
    void stop() {
        life.close();
    }

    @Nested
    class ByDeduction {

        @Test
        void atOnce() {
            life.begin(LocalDate.of(2024, 4, 30), PaymentMethod.DEDUCTION);
            life.liveUntil("2024-06-21");
            life.report(PaymentOutcome.DEDUCTED);
            life.liveUntil("2025-06-30");
            assertThat(life.seen())
                    .containsExactly(
                            "2024-04-30 FeeCharged", "2024-06-01 DeductionInstructed", "2024-06-21 DeductionSettled");
        }

        @Test
        void theSecondTime() {
            life.begin(LocalDate.of(2024, 5, 1), PaymentMethod.DEDUCTION);
            life.liveUntil("2024-07-22");
            life.report(PaymentOutcome.INSUFFICIENT);
            life.liveUntil("2024-08-21");
            life.report(PaymentOutcome.DEDUCTED);
            life.liveUntil("2025-06-30");
            assertThat(life.seen())
                    .containsExactly(
                            "2024-05-01 FeeCharged",
                            "2024-07-01 DeductionInstructed",
                            "2024-07-22 DeductionFailed",
                            "2024-08-01 DeductionInstructed",
                            "2024-08-21 DeductionSettled");
        }

        @Test
        void failsTwiceAtTheEndOfTheYear() {
            life.begin(LocalDate.of(2024, 9, 30), PaymentMethod.DEDUCTION);
            life.liveUntil("2024-11-20");
            life.report(PaymentOutcome.INSUFFICIENT);
            life.liveUntil("2024-12-05");
            life.report(PaymentOutcome.INSUFFICIENT);
            life.liveUntil("2025-01-09");
            life.report(PaymentOutcome.PAID);
            life.liveUntil("2025-12-31");
            assertThat(life.seen())
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
            life.begin(LocalDate.of(2024, 10, 1), PaymentMethod.DEDUCTION);
            life.liveUntil("2024-12-20");
            life.report(PaymentOutcome.INSUFFICIENT);
            life.liveUntil("2025-01-06");
            life.report(PaymentOutcome.INSUFFICIENT);
            life.liveUntil("2025-01-31");
            assertThat(life.seen())
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
            life.begin(LocalDate.of(2024, 4, 10), PaymentMethod.DEDUCTION);
            life.liveUntil("2024-06-21");
            life.report(PaymentOutcome.INSUFFICIENT);
            life.liveUntil("2024-07-20");
            life.report(PaymentOutcome.INSUFFICIENT);
            life.liveUntil("2024-07-31");
            assertThat(life.seen())
                    .endsWith("2024-07-20 DeductionFailed", "2024-07-20 SlipPlanned", "2024-07-22 SlipIssued");
        }
    }

    @Nested
    class BySlip {

        @Test
        void paidInTime() {
            life.begin(LocalDate.of(2024, 4, 10), PaymentMethod.PAYMENT_SLIP);
            life.liveUntil("2024-07-10");
            life.report(PaymentOutcome.PAID);
            life.liveUntil("2025-06-30");
            assertThat(life.seen())
                    .containsExactly(
                            "2024-04-10 FeeCharged",
                            "2024-06-01 SlipPlanned",
                            "2024-06-10 SlipIssued",
                            "2024-07-10 FeePaid");
        }

        @Test
        void neverPaid() {
            life.begin(LocalDate.of(2024, 9, 10), PaymentMethod.PAYMENT_SLIP);
            life.liveUntil("2025-12-31");
            assertThat(life.seen())
                    .containsExactly(
                            "2024-09-10 FeeCharged",
                            "2024-11-01 SlipPlanned",
                            "2024-11-11 SlipIssued",
                            "2024-12-12 FeeOverdue",
                            "2024-12-27 FeeDefaulted");
        }

        @Test
        void paidAfterTheWarning() {
            life.begin(LocalDate.of(2024, 4, 10), PaymentMethod.PAYMENT_SLIP);
            life.liveUntil("2024-07-25");
            life.report(PaymentOutcome.PAID);
            life.liveUntil("2025-06-30");
            assertThat(life.seen()).endsWith("2024-07-11 FeeOverdue", "2024-07-25 FeePaid");
        }

        @Test
        void paidAfterTheCertificatesWereLost() {
            life.begin(LocalDate.of(2024, 4, 10), PaymentMethod.PAYMENT_SLIP);
            life.liveUntil("2024-08-30");
            life.report(PaymentOutcome.PAID);
            life.liveUntil("2025-06-30");
            assertThat(life.seen()).endsWith("2024-07-26 FeeDefaulted", "2024-08-30 FeePaid");
        }
    }

    @Nested
    class WhenTheMethodChanges {

        @Test
        void betweenChargeAndClosingTheNewOneCounts() {
            life.begin(LocalDate.of(2024, 4, 10), PaymentMethod.PAYMENT_SLIP);
            life.liveUntil("2024-05-31");
            life.pay(PaymentMethod.DEDUCTION);
            life.liveUntil("2024-06-10");
            assertThat(life.seen()).endsWith("2024-06-01 DeductionInstructed");
        }

        @Test
        void afterTheClosingItIsTooLate() {
            life.begin(LocalDate.of(2024, 4, 10), PaymentMethod.PAYMENT_SLIP);
            life.liveUntil("2024-06-01");
            life.pay(PaymentMethod.DEDUCTION);
            life.liveUntil("2024-06-10");
            assertThat(life.seen()).endsWith("2024-06-01 SlipPlanned", "2024-06-10 SlipIssued");
        }
    }

    @Nested
    class AfterAStandstill {

        @Test
        void everyTermIsAsLongAsEverFromTheDayOfTheStepBefore() {
            life.begin(LocalDate.of(2024, 4, 10), PaymentMethod.PAYMENT_SLIP);
            life.liveUntil("2024-06-09");
            life.standStillUntil("2024-08-24");
            life.liveUntil("2024-09-20");
            life.standStillUntil("2024-11-20");
            life.liveUntil("2024-12-01");
            life.standStillUntil("2024-12-31");
            life.liveUntil("2025-01-31");
            assertThat(life.seen())
                    .containsExactly(
                            "2024-04-10 FeeCharged",
                            "2024-06-01 SlipPlanned",
                            "2024-08-26 SlipIssued",
                            "2024-11-20 FeeOverdue",
                            "2024-12-31 FeeDefaulted");
        }

        @Test
        void aMonthThatIsClosedLateIsDeductedInMonthsToCome() {
            life.begin(LocalDate.of(2024, 4, 10), PaymentMethod.DEDUCTION);
            life.standStillUntil("2024-09-30");
            life.liveUntil("2024-09-30");
            life.report(PaymentOutcome.INSUFFICIENT);
            life.liveUntil("2024-10-02");
            life.report(PaymentOutcome.INSUFFICIENT);
            life.liveUntil("2024-10-31");
            assertThat(life.seen())
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
}
