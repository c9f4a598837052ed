package jp.shomei.command.fee;

import static jp.shomei.command.fee.BillFixture.AMOUNT;
import static jp.shomei.command.fee.BillFixture.CLOSED_ON;
import static jp.shomei.command.fee.BillFixture.ID;
import static jp.shomei.command.fee.BillFixture.POSTAGE;
import static jp.shomei.command.fee.BillFixture.charged;
import static jp.shomei.command.fee.BillFixture.on;
import static jp.shomei.command.fee.BillFixture.recorded;
import static jp.shomei.command.fee.BillFixture.refused;
import static jp.shomei.command.fee.BillFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.command.certificate.Applications;
import jp.shomei.contracts.fee.Account;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.ChargeReversed;
import jp.shomei.contracts.fee.DeductionSettled;
import jp.shomei.contracts.fee.FeePaid;
import jp.shomei.contracts.fee.FeeRefunded;
import jp.shomei.contracts.fee.FeeWrittenOff;
import jp.shomei.contracts.fee.Journal;
import jp.shomei.contracts.fee.NothingToCollect;
import jp.shomei.contracts.fee.Offset;
import jp.shomei.contracts.fee.RefundOrdered;
import jp.shomei.contracts.fee.ReverseCharge;
import jp.shomei.contracts.fee.WriteOffFee;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import org.junit.jupiter.api.Test;

class WriteOffFeeTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 9, 30);
    private static final WriteOffFee WRITE_OFF = new WriteOffFee(ID, "廃止により回収できないため");
    private static final FeeWrittenOff WRITTEN_OFF = new FeeWrittenOff(ID, AMOUNT, "廃止により回収できないため", TODAY, List.of());

    @Test
    void givesUpWhatIsOverdue() {
        Object[] overdue = BillFixture.overdue();
        on(TODAY, overdue)
                .when(WRITE_OFF)
                .expectEvents(WRITTEN_OFF)
                .expectResultMessagePayload(recorded(overdue.length));
    }

    @Test
    void givesUpWhatWasNotPaidAfterTheWarningEither() {
        on(TODAY, BillFixture.defaulted()).when(WRITE_OFF).expectEvents(WRITTEN_OFF);
    }

    @Test
    void nothingElseCanBeGivenUp() {
        expectRefusal(BillStatus.OPEN, charged());
        expectRefusal(BillStatus.DEDUCTION_INSTRUCTED, BillFixture.toBeDeducted());
        expectRefusal(BillStatus.DEDUCTION_FAILED, BillFixture.failedOnce());
        expectRefusal(
                BillStatus.DEDUCTED, with(BillFixture.toBeDeducted(), new DeductionSettled(ID, 1, AMOUNT, CLOSED_ON)));
        expectRefusal(BillStatus.SLIP_PLANNED, BillFixture.planned());
        expectRefusal(BillStatus.SLIP_ISSUED, BillFixture.issued());
        expectRefusal(BillStatus.PAID, with(BillFixture.overdue(), new FeePaid(ID, AMOUNT, TODAY, BillFixture.PLACE)));
        expectRefusal(BillStatus.WRITTEN_OFF, with(BillFixture.overdue(), WRITTEN_OFF));
        Object[] refund = with(charged(), new RefundOrdered(ID, 1, CLOSED_ON));
        expectRefusal(BillStatus.REFUND_DUE, refund);
        expectRefusal(BillStatus.REFUNDED, with(refund, new FeeRefunded(ID, 1, CLOSED_ON, BillFixture.PLACE)));
        expectRefusal(BillStatus.NOTHING_DUE, with(charged(), new NothingToCollect(ID, CLOSED_ON)));
    }

    @Test
    void givesUpOnlyWhatIsOwedAndSetsTheRestOff() {
        ChargeReversed reversed =
                new ChargeReversed(ID, Applications.CLINIC, Category.MEDICAL_INSTITUTION, POSTAGE, "窓口で手渡したため", TODAY);
        FeeWrittenOff writtenOff =
                new FeeWrittenOff(ID, 1_500, "廃止により回収できないため", TODAY, List.of(new Offset(BillFixture.NEXT_ID, 753)));
        on(TODAY, with(BillFixture.overdue(), reversed)).when(WRITE_OFF).expectEvents(writtenOff);
        assertThat(Journal.entries(writtenOff))
                .containsOnly(
                        entry(Account.RECEIVABLE, -AMOUNT),
                        entry(Account.WRITTEN_OFF, 1_500L),
                        entry(Account.OFFSET, 753L));
    }

    @Test
    void nothingOfItIsTakenBackAfterwards() {
        refused(
                on(TODAY, with(BillFixture.overdue(), WRITTEN_OFF)),
                new ReverseCharge(ID, POSTAGE.chargeId(), "誤り"),
                ErrorCode.BILL_WRITTEN_OFF);
    }

    @Test
    void needsAReason() {
        on(TODAY, BillFixture.overdue())
                .when(new WriteOffFee(ID, " "))
                .expectNoEvents()
                .expectExceptionDetails(Refusal.of(List.of(FieldError.of("reason", FieldRule.REQUIRED))));
    }

    private static void expectRefusal(BillStatus status, Object[] history) {
        refused(on(TODAY, history), WRITE_OFF, ErrorCode.BILL_NOT_OVERDUE, status.label());
    }
}
