package jp.shomei.command.fee;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.fee.BillFixture.LICENCE;
import static jp.shomei.command.fee.BillFixture.POSTAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.shomei.contracts.fee.Account;
import jp.shomei.contracts.fee.BeginCollection;
import jp.shomei.contracts.fee.BeginLedgerClosing;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeFee;
import jp.shomei.contracts.fee.CollectFee;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.FeeWrittenOff;
import jp.shomei.contracts.fee.Journal;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.NothingToCollect;
import jp.shomei.contracts.fee.Offset;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.RefundOrdered;
import jp.shomei.contracts.fee.ReversalOffset;
import jp.shomei.contracts.fee.ReverseCharge;
import jp.shomei.contracts.fee.WriteOffFee;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.refusal.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bill that is given up after its postage was taken back: 1,500 yen are lost, and nothing is paid out. */
class OffsetReversalTest {

    private static final BillingMonth JUNE = BillingMonth.of("2024-06");
    private static final BillingMonth JULY = JUNE.next();
    private static final String BILL = BillId.of(JUNE, CLINIC);
    private static final String NEXT = BillId.of(JULY, CLINIC);
    private static final LocalDate LATE = LocalDate.of(2024, 8, 13);

    private final FeeRoom room = new FeeRoom();
    private int reported;

    @BeforeEach
    void takePostageBackWhileTheBillIsCollected() {
        room.goTo(LocalDate.of(2024, 6, 1));
        charge(BILL, LICENCE);
        charge(BILL, POSTAGE);
        close(JUNE, BILL);
        insufficient("2024-06-20");
        room.send(new ReverseCharge(BILL, POSTAGE.chargeId(), "窓口で手渡したため"));
        collect("2024-07-01");
    }

    @AfterEach
    void everyEventBalancesAndOffsetsCancelOut() {
        Map<Account, Long> all = Map.of();
        for (FeeEvent event : room.of(FeeEvent.class)) {
            Map<Account, Long> entries = Journal.entries(event);
            assertThat(entries.values().stream().mapToLong(Long::longValue).sum())
                    .isZero();
            all = Journal.sum(all, entries);
        }
        assertThat(all.getOrDefault(Account.OFFSET, 0L)).isZero();
        room.close();
    }

    @Test
    void aRefundThatWaitsComesToAnEnd() {
        room.react();
        close(JULY, NEXT);
        writeOff();
        room.react();

        assertThat(room.of(RefundOrdered.class))
                .containsExactly(new RefundOrdered(NEXT, 753, LocalDate.of(2024, 7, 1)));
        assertThat(room.of(FeeWrittenOff.class))
                .containsExactly(new FeeWrittenOff(BILL, 1_500, "廃止", LATE, List.of(new Offset(NEXT, 753))));
        assertThat(room.of(ReversalOffset.class)).containsExactly(new ReversalOffset(NEXT, BILL, 753, LATE));
        assertThat(owed()).isZero();
    }

    @Test
    void aReversalInAnOpenMonthIsNotRefundedLater() {
        room.react();
        writeOff();
        room.react();
        close(JULY, NEXT);

        assertThat(room.of(ReversalOffset.class)).hasSize(1);
        assertThat(room.of(NothingToCollect.class)).containsExactly(new NothingToCollect(NEXT, LATE));
        assertThat(room.of(RefundOrdered.class)).isEmpty();
        assertThat(owed()).isZero();
    }

    @Test
    void aRefundOfOthersTooIsLessByIt() {
        room.react();
        charge(NEXT, BillFixture.licence("202405100000009", 1_500).reversedOn(LocalDate.of(2024, 7, 1)));
        close(JULY, NEXT);
        writeOff();
        room.react();
        report(NEXT, PaymentOutcome.PAID);

        assertThat(room.of(FeeWrittenOff.class))
                .extracting(FeeWrittenOff::amount)
                .containsExactly(1_500L);
        assertThat(owed()).isZero();
    }

    @Test
    void whatWasCountedAgainstOtherFeesIsLost() {
        room.react();
        charge(NEXT, BillFixture.licence("202405100000009", 1_500));
        close(JULY, NEXT);
        writeOff();
        room.react();

        assertThat(room.of(FeeWrittenOff.class)).containsExactly(new FeeWrittenOff(BILL, 2_253, "廃止", LATE, List.of()));
        assertThat(room.of(ReversalOffset.class)).isEmpty();
    }

    @Test
    void aReversalThatIsOnNoBillYetIsWaitedFor() {
        assertThatExceptionOfType(Refused.class).isThrownBy(this::writeOff).withMessage("TEMPORARILY_UNAVAILABLE");
        room.react();
        room.send(new WriteOffFee(BILL, "廃止"));
        assertThat(room.of(FeeWrittenOff.class)).hasSize(1);
        room.react();
    }

    @Test
    void reactingTwiceSetsOffOnce() {
        room.react();
        writeOff();
        room.reactAgain();
        room.reactAgain();
        assertThat(room.of(ReversalOffset.class)).hasSize(1);
    }

    private void charge(String billId, Charge charge) {
        room.send(new ChargeFee(billId, CLINIC, Category.MEDICAL_INSTITUTION, charge));
    }

    private void close(BillingMonth month, String billId) {
        room.send(new BeginLedgerClosing(LedgerId.of(month)));
        room.send(new BeginCollection(billId));
    }

    /** Two deductions failed, and the slip was not paid. */
    private void writeOff() {
        insufficient("2024-07-05");
        collect("2024-07-10");
        collect(LATE.toString());
        room.send(new WriteOffFee(BILL, "廃止"));
    }

    private void insufficient(String day) {
        room.goTo(LocalDate.parse(day));
        report(BILL, PaymentOutcome.INSUFFICIENT);
    }

    private void report(String billId, PaymentOutcome outcome) {
        LocalDate on =
                billId.equals(NEXT) ? LATE : reported == 0 ? LocalDate.of(2024, 6, 20) : LocalDate.of(2024, 7, 5);
        room.send(new RecordOutcome(billId, outcome, null, on, BillFixture.place("list", ++reported)));
    }

    private void collect(String day) {
        room.goTo(LocalDate.parse(day));
        room.send(new CollectFee(BILL));
    }

    /** What is owed on both bills. */
    private long owed() {
        return room.of(FeeEvent.class).stream()
                .mapToLong(event -> Journal.entries(event).getOrDefault(Account.RECEIVABLE, 0L))
                .sum();
    }
}
