package jp.shomei.correspondence.slip;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import jp.shomei.contracts.fee.BillView;
import jp.shomei.contracts.fee.ConsumptionTax;
import jp.shomei.contracts.fee.LedgerLine;
import jp.shomei.contracts.fee.SlipIssuer;
import jp.shomei.correspondence.document.AddressBlock;

/** The values of a slip, written as they are to be read. The names are those of the template. */
record SlipValues(
        String slipNumber,
        String addressSize,
        String postalCode,
        String address,
        String payer,
        String registrationNumber,
        String payee,
        String issuedOn,
        String dueOn,
        String month,
        String amount,
        int taxPercent,
        String taxIncluded,
        List<Line> lines) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu年M月", Locale.ROOT);
    private static final String NOT_REGISTERED = "未登録";

    /** What a slip said of the issuer that was sent before that was recorded; today's settings need not be what it said. */
    private static final SlipIssuer NOT_RECORDED = new SlipIssuer("記録なし", "送付済みの払込請求書に記載の口座");

    private static final String REVERSAL = "（取消）";

    /** One line: which it is, what it is for, the certificate or notice, the day, yen. */
    record Line(int ordinal, String kind, String subject, String chargedOn, String amount) {}

    static SlipValues of(BillView bill, BillView.Slip slip) {
        SlipIssuer issuer = Objects.requireNonNullElse(slip.issuer(), NOT_RECORDED);
        String payer = slip.payer() + " 御中";
        String address = slip.address().address();
        return new SlipValues(
                bill.row().billId(),
                AddressBlock.of(address, payer).style(),
                AddressBlock.postalCode(slip.address().postalCode()),
                address,
                payer,
                Objects.requireNonNullElse(issuer.registrationNumber(), NOT_REGISTERED),
                issuer.payee(),
                day(slip.issuedOn()),
                day(slip.dueOn()),
                MONTH.format(bill.row().month().month()),
                yen(slip.amount()),
                ConsumptionTax.PERCENT,
                yen(slip.taxIncluded()),
                IntStream.range(0, bill.lines().size())
                        .mapToObj(index -> line(index + 1, bill.lines().get(index)))
                        .toList());
    }

    private static Line line(int ordinal, LedgerLine line) {
        return new Line(
                ordinal,
                line.kind().label() + (line.reverses() == null ? "" : REVERSAL),
                Objects.requireNonNullElse(line.noticeId(), line.requestId()),
                day(line.chargedOn()),
                yen(line.amount()));
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String yen(long amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }
}
