package jp.shomei.http.fee;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.shomei.contracts.fee.Account;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.BillSummary;
import jp.shomei.contracts.fee.BillView;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.ChargeView;
import jp.shomei.contracts.fee.LedgerLine;
import jp.shomei.contracts.fee.LedgerTotals;
import jp.shomei.contracts.fee.LedgerView;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.http.Samples;
import org.jspecify.annotations.Nullable;

/** What the other rooms might answer about fees. */
final class LedgerSamples {
    static final BillingMonth MONTH = BillingMonth.of("2021-11");
    static final String INSTITUTION = "0110100013";
    static final String BILL = "2021-11-" + INSTITUTION;
    static final String CHARGE = "L-" + Samples.REQUEST_ID;
    static final LocalDate DAY = LocalDate.of(2021, 9, 13);
    static final String SHA_256 = "0f".repeat(32);

    private LedgerSamples() {}

    static Recorded ledger(long sequence) {
        return new Recorded(Recorded.Kind.LEDGER, "ledger-" + MONTH, sequence);
    }

    static Recorded bill(long sequence) {
        return new Recorded(Recorded.Kind.BILL, BILL, sequence);
    }

    static LedgerView open(boolean totals) {
        return new LedgerView(MONTH, LedgerView.State.OPEN, totals ? totals() : null, null, null);
    }

    static LedgerView closing() {
        return new LedgerView(MONTH, LedgerView.State.CLOSING, null, null, null);
    }

    static LedgerView closed(boolean totals) {
        return new LedgerView(
                MONTH, LedgerView.State.CLOSED, totals ? totals() : null, LocalDate.of(2021, 10, 1), SHA_256);
    }

    private static @Nullable LedgerTotals totals() {
        return new LedgerTotals(
                3,
                3753,
                340,
                Map.of(PaymentMethod.DEDUCTION, 3753L, PaymentMethod.PAYMENT_SLIP, 0L),
                Map.of(ChargeKind.LICENCE, 3000L, ChargeKind.RENEWAL, 0L, ChargeKind.POSTAGE, 753L),
                Map.of("01", 3753L));
    }

    static LedgerLine line() {
        return new LedgerLine(
                CHARGE,
                INSTITUTION,
                Samples.REQUEST_ID,
                List.of(Samples.REQUEST_ID),
                null,
                ChargeKind.LICENCE,
                1500,
                136,
                DAY,
                PaymentMethod.DEDUCTION,
                BillStatus.OVERDUE,
                BillStatus.OVERDUE.label(),
                null,
                BILL);
    }

    static BillSummary row() {
        return new BillSummary(
                BILL,
                MONTH,
                INSTITUTION,
                "01",
                PaymentMethod.DEDUCTION,
                BillStatus.OVERDUE,
                BillStatus.OVERDUE.label(),
                1500,
                1500,
                null,
                null);
    }

    static BillView bill() {
        return new BillView(
                row(),
                List.of(line()),
                accounts(),
                null,
                List.of(new BillView.Step(0, "FeeCharged", DAY, 1500L, null, null)));
    }

    /** One that an officer has written off. */
    static BillView writtenOff() {
        return new BillView(
                row(),
                List.of(line()),
                Map.of(),
                null,
                List.of(new BillView.Step(5, "FeeWrittenOff", DAY, 1500L, null, "廃止により回収できないため")));
    }

    /** One that an officer has taken back. */
    static ChargeView reversed() {
        ChargeView charge = charge();
        return new ChargeView(
                charge.line(),
                charge.month(),
                charge.sequence(),
                charge.recordedAt(),
                charge.cause(),
                "V-" + CHARGE,
                "二重に発行したため");
    }

    static Map<Account, Long> accounts() {
        Map<Account, Long> accounts = new EnumMap<>(Account.class);
        accounts.put(Account.RECEIVABLE, 1500L);
        accounts.put(Account.FEES, -1364L);
        accounts.put(Account.TAX, -136L);
        return accounts;
    }

    static ChargeView charge() {
        return new ChargeView(
                line(),
                MONTH,
                0,
                OffsetDateTime.parse("2021-09-13T10:00:00+09:00"),
                new ChargeView.Cause("CertificateIssued", Samples.REQUEST_ID, DAY, 1),
                null,
                null);
    }
}
