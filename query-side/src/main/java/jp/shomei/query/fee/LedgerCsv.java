package jp.shomei.query.fee;

import java.util.List;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ConsumptionTax;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.projections.fee.view.BillDocument;

/**
 * The ledger as a file. It names where a bill stood right after collecting it began: so the file of a month that is being
 * closed is what it will be for ever.
 */
final class LedgerCsv {

    /** The names of its columns. */
    static final List<String> HEADER = List.of(
            "billingMonth",
            "institution",
            "prefecture",
            "requestId",
            "noticeId",
            "kind",
            "amount",
            "taxIncluded",
            "chargedOn",
            "method",
            "status",
            "chargeId",
            "reverses");

    private LedgerCsv() {}

    /** The row of a line. */
    static List<String> row(Line line) {
        BillDocument bill = line.bill();
        Charge charge = line.charge();
        Prefecture prefecture = bill.prefecture();
        return CsvText.fields(
                bill.month(),
                bill.institution(),
                prefecture == null ? null : prefecture.code(),
                charge.requestId(),
                charge.noticeId(),
                charge.kind(),
                charge.amount(),
                ConsumptionTax.within(charge.amount()),
                charge.chargedOn(),
                bill.method(),
                bill.filedStatus(),
                charge.chargeId(),
                charge.reverses());
    }
}
