package jp.shomei.correspondence.slip;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.BillSummary;
import jp.shomei.contracts.fee.BillView;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.ConsumptionTax;
import jp.shomei.contracts.fee.LedgerLine;
import jp.shomei.contracts.fee.SlipIssuer;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PostalAddress;
import org.jspecify.annotations.Nullable;

/** Bills as they might be. */
final class SlipSamples {

    static final String BILL_ID = "2024-06-0110214822";
    static final String NOTICE_ID = "N20240411-0110214822-9f3c2ab1";

    static final SlipIssuer ISSUER = new SlipIssuer("T7000012050002", "見本銀行　本店　普通　1234567");
    static final PostalAddress ADDRESS = new PostalAddress("0600001", "北海道札幌市中央区北一条西1丁目1番1号 証明ビル7階", "証明クリニック");

    private static final LocalDate ISSUED = LocalDate.of(2024, 6, 10);
    private static final LocalDate DUE = LocalDate.of(2024, 7, 10);

    private SlipSamples() {}

    /** An approval, a renewal, and postage that was taken back in the same month. */
    static BillView usual() {
        return bill(List.of(
                line(ChargeKind.LICENCE, requestId(1), null, 1_500, null, 10),
                line(ChargeKind.RENEWAL, requestId(2), null, 1_500, null, 15),
                line(ChargeKind.POSTAGE, requestId(1), NOTICE_ID, 753, null, 11),
                line(ChargeKind.POSTAGE, requestId(1), NOTICE_ID, -753, "postage-1", 30)));
    }

    /** So many approvals. */
    static BillView approvals(int count) {
        return bill(IntStream.rangeClosed(1, count)
                .mapToObj(index ->
                        line(ChargeKind.LICENCE, requestId(index), null, 1_500, null, 1 + (index - 1) / 4 % 30))
                .toList());
    }

    static BillView bill(List<LedgerLine> lines) {
        return bill(ADDRESS, lines);
    }

    static BillView bill(PostalAddress address, List<LedgerLine> lines) {
        long amount = lines.stream().mapToLong(LedgerLine::amount).sum();
        return bill(BillStatus.SLIP_ISSUED, slip(address, amount, ISSUER), lines);
    }

    /** The usual bill, whose slip says this of the issuer; nothing if that is not recorded. */
    static BillView sentBy(@Nullable SlipIssuer issuer) {
        return bill(BillStatus.SLIP_ISSUED, slip(ADDRESS, usual().row().amount(), issuer), usual().lines());
    }

    private static BillView.Slip slip(PostalAddress address, long amount, @Nullable SlipIssuer issuer) {
        return new BillView.Slip(
                address.institutionName(), address, amount, ConsumptionTax.within(amount), ISSUED, DUE, issuer);
    }

    static BillView bill(BillStatus status, BillView.@Nullable Slip slip, List<LedgerLine> lines) {
        long amount = lines.stream().mapToLong(LedgerLine::amount).sum();
        return new BillView(
                new BillSummary(
                        BILL_ID,
                        BillingMonth.of("2024-06"),
                        "0110214822",
                        "01",
                        PaymentMethod.PAYMENT_SLIP,
                        status,
                        status.label(),
                        amount,
                        amount,
                        null,
                        null),
                lines,
                Map.of(),
                slip,
                List.of());
    }

    static LedgerLine line(
            ChargeKind kind,
            String requestId,
            @Nullable String noticeId,
            int amount,
            @Nullable String reverses,
            int dayOfApril) {
        return new LedgerLine(
                requestId + "-" + kind,
                "0110214822",
                requestId,
                List.of(requestId),
                noticeId,
                kind,
                amount,
                ConsumptionTax.within(amount),
                LocalDate.of(2024, 4, dayOfApril),
                PaymentMethod.PAYMENT_SLIP,
                BillStatus.SLIP_ISSUED,
                BillStatus.SLIP_ISSUED.label(),
                reverses,
                BILL_ID);
    }

    static String requestId(int index) {
        return String.format("20240410%07d", index);
    }
}
