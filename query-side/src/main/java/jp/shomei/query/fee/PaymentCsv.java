package jp.shomei.query.fee;

import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.projections.fee.view.BillDocument;
import jp.shomei.projections.fee.view.BillSlip;
import jp.shomei.projections.fee.view.Deduction;
import jp.shomei.projections.fee.view.Refund;

/**
 * What the payment system is to do, as files. A deduction or refund that was reported on is in none of them any more: a file
 * that is taken again has nothing that was done.
 */
final class PaymentCsv {

    private static final List<String> DEDUCTIONS =
            List.of("billingMonth", "deductIn", "attempt", "institution", "institutionName", "prefecture", "amount");
    private static final List<String> SLIPS = List.of(
            "billingMonth",
            "institution",
            "payer",
            "postalCode",
            "address",
            "amount",
            "taxIncluded",
            "issuedOn",
            "dueOn");
    private static final List<String> REFUNDS = List.of("billingMonth", "institution", "institutionName", "amount");

    private PaymentCsv() {}

    /** The names of a file's columns. */
    static List<String> header(LedgerFile file) {
        return switch (file) {
            case FIRST_DEDUCTIONS, SECOND_DEDUCTIONS -> DEDUCTIONS;
            case SLIPS -> SLIPS;
            case REFUNDS -> REFUNDS;
            case LEDGER -> throw noneOfThese(file);
        };
    }

    /**
     * The row of a bill; empty if the file does not apply to it.
     *
     * @param name the institution's name as filed; empty if it is not known
     */
    static Optional<List<String>> row(LedgerFile file, BillDocument bill, String name) {
        return switch (file) {
            case FIRST_DEDUCTIONS -> waiting(bill, 1).map(deduction -> row(bill, deduction, name));
            case SECOND_DEDUCTIONS -> waiting(bill, 2).map(deduction -> row(bill, deduction, name));
            case SLIPS -> Optional.ofNullable(bill.slip()).map(slip -> row(bill, slip));
            case REFUNDS ->
                Optional.ofNullable(bill.refund())
                        .filter(refund -> bill.status() == BillStatus.REFUND_DUE)
                        .map(refund -> row(bill, refund, name));
            case LEDGER -> throw noneOfThese(file);
        };
    }

    private static Optional<Deduction> waiting(BillDocument bill, int attempt) {
        return bill.deduction(attempt).filter(deduction -> deduction.outcome() == null);
    }

    private static List<String> row(BillDocument bill, Deduction deduction, String name) {
        Prefecture prefecture = bill.prefecture();
        return CsvText.fields(
                bill.month(),
                deduction.month(),
                deduction.attempt(),
                bill.institution(),
                name,
                prefecture == null ? null : prefecture.code(),
                deduction.amount());
    }

    private static List<String> row(BillDocument bill, BillSlip slip) {
        return CsvText.fields(
                bill.month(),
                bill.institution(),
                slip.payer(),
                slip.address().postalCode(),
                slip.address().address(),
                slip.amount(),
                slip.taxIncluded(),
                slip.issuedOn(),
                slip.dueOn());
    }

    private static List<String> row(BillDocument bill, Refund refund, String name) {
        return CsvText.fields(bill.month(), bill.institution(), name, refund.amount());
    }

    private static IllegalArgumentException noneOfThese(LedgerFile file) {
        return new IllegalArgumentException(file + " is no file for the payment system");
    }
}
