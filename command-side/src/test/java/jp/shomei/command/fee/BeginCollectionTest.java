package jp.shomei.command.fee;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.fee.BillFixture.AMOUNT;
import static jp.shomei.command.fee.BillFixture.CLOSED_ON;
import static jp.shomei.command.fee.BillFixture.FIRST;
import static jp.shomei.command.fee.BillFixture.ID;
import static jp.shomei.command.fee.BillFixture.LICENCE;
import static jp.shomei.command.fee.BillFixture.PLANNED;
import static jp.shomei.command.fee.BillFixture.POSTAGE;
import static jp.shomei.command.fee.BillFixture.charged;
import static jp.shomei.command.fee.BillFixture.filed;
import static jp.shomei.command.fee.BillFixture.given;
import static jp.shomei.command.fee.BillFixture.on;
import static jp.shomei.command.fee.BillFixture.open;
import static jp.shomei.command.fee.BillFixture.recorded;
import static jp.shomei.command.fee.BillFixture.refused;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.shomei.contracts.fee.BeginCollection;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.DeductionInstructed;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.fee.NothingToCollect;
import jp.shomei.contracts.fee.RefundOrdered;
import jp.shomei.contracts.fee.SlipPlanned;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.refusal.ErrorCode;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BeginCollectionTest {

    private static final BeginCollection BEGIN = new BeginCollection(ID);

    private static TestExecutor<Bill> of(@Nullable Registration filed) {
        return given(CLOSED_ON, false, filed, CollectionPolicy.USUAL, charged());
    }

    private static TestExecutor<Bill> of(Charge... charges) {
        Object[] history = new Object[charges.length];
        for (int each = 0; each < charges.length; each++) {
            history[each] = charged(charges[each]);
        }
        return on(CLOSED_ON, history);
    }

    @Test
    void isRefusedBeforeTheClosing() {
        refused(open(CLOSED_ON, charged()), BEGIN, ErrorCode.LEDGER_OPEN);
    }

    @Test
    void whatIsDeductedIsInstructedForTheBillingMonth() {
        on(CLOSED_ON, charged()).when(BEGIN).expectEvents(FIRST).expectResultMessagePayload(recorded(2));
    }

    @Test
    void whatIsPaidBySlipIsPlannedForTheTenth() {
        of(filed(Category.MEDICAL_INSTITUTION, PaymentMethod.PAYMENT_SLIP))
                .when(BEGIN)
                .expectEvents(PLANNED);
    }

    @ParameterizedTest
    @EnumSource(names = {"INSURER", "HEALTH_CHECK_BODY", "WORKPLACE_CLINIC"})
    void whoMayPayBySlipOnlyGetsOneWhateverWasFiled(Category category) {
        of(filed(category, PaymentMethod.DEDUCTION)).when(BEGIN).expectEvents(PLANNED);
    }

    @Test
    void whoHasFiledNoMethodGetsASlip() {
        of(filed(Category.MEDICAL_INSTITUTION, null)).when(BEGIN).expectEvents(PLANNED);
    }

    @Test
    void whoHasNothingOnFileGetsASlip() {
        of((Registration) null).when(BEGIN).expectEvents(PLANNED);
    }

    @Test
    void theMethodOfTheClosingCountsNotThatOfTheCharge() {
        FeeCharged bySlip = new FeeCharged(
                ID,
                CLINIC,
                Category.MEDICAL_INSTITUTION,
                null,
                PaymentMethod.PAYMENT_SLIP,
                BillFixture.licence(BillFixture.REQUEST, (int) AMOUNT));
        on(CLOSED_ON, bySlip).when(BEGIN).expectEvents(FIRST);
    }

    @Test
    void moreTakenBackThanChargedIsPaidOut() {
        of(LICENCE, POSTAGE, BillFixture.licence("202403010000009", 3_000).reversedOn(CLOSED_ON))
                .when(BEGIN)
                .expectEvents(new RefundOrdered(ID, 747, CLOSED_ON));
    }

    @Test
    void aReversalAloneIsPaidOutToWhoeverPays() {
        given(
                        CLOSED_ON,
                        false,
                        filed(Category.INSURER, null),
                        CollectionPolicy.USUAL,
                        charged(LICENCE.reversedOn(CLOSED_ON)))
                .when(BEGIN)
                .expectEvents(new RefundOrdered(ID, 1_500, CLOSED_ON));
    }

    @Test
    void whatCancelsOutIsNotCollected() {
        of(LICENCE, LICENCE.reversedOn(CLOSED_ON)).when(BEGIN).expectEvents(new NothingToCollect(ID, CLOSED_ON));
    }

    @Test
    void oneYenIsCollected() {
        of(LICENCE, BillFixture.licence("202403010000009", 1_499).reversedOn(CLOSED_ON))
                .when(BEGIN)
                .expectEvents(new DeductionInstructed(ID, 1, YearMonth.of(2024, 6), 1, CLOSED_ON));
    }

    @Test
    void beginsOnce() {
        nothing(BillFixture.toBeDeducted());
        nothing(BillFixture.planned());
        nothing(BillFixture.failedTwice());
        nothing(BillFixture.with(charged(), new NothingToCollect(ID, CLOSED_ON)));
        nothing(BillFixture.with(charged(), new RefundOrdered(ID, 1, CLOSED_ON)));
    }

    /** The month before, on time, and after a standstill: no payment of the past can be deducted from. */
    @ParameterizedTest
    @CsvSource({"2024-05-02, 2024-06", "2024-06-30, 2024-06", "2024-07-01, 2024-07", "2025-01-04, 2025-01"})
    void deductsFromAPaymentThatIsStillToCome(LocalDate today, YearMonth deductIn) {
        on(today, charged()).when(BEGIN).expectEvents(new DeductionInstructed(ID, 1, deductIn, AMOUNT, today));
    }

    @ParameterizedTest
    @CsvSource({"2024-06-10, 2024-06-10", "2024-06-11, 2024-06-11", "2024-06-15, 2024-06-17"})
    void aSlipIsNeverPlannedForThePast(LocalDate today, LocalDate issueOn) {
        given(
                        today,
                        false,
                        filed(Category.MEDICAL_INSTITUTION, PaymentMethod.PAYMENT_SLIP),
                        CollectionPolicy.USUAL,
                        charged())
                .when(BEGIN)
                .expectEvents(new SlipPlanned(ID, SlipPlanned.Cause.METHOD, AMOUNT, issueOn));
    }

    private static void nothing(Object[] history) {
        on(LocalDate.of(2024, 6, 2), history)
                .when(BEGIN)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
