package jp.shomei.contracts.fee;

/** The files about a billing month. */
public enum LedgerFile {
    /** Every line; of a closed month as it was closed. */
    LEDGER,
    /** The first deductions that nothing is reported of, for the payment system. */
    FIRST_DEDUCTIONS,
    /** The second ones, a month later. */
    SECOND_DEDUCTIONS,
    /** The slips that were sent. */
    SLIPS,
    /** What is to be paid out, as soon as the fees it takes back have come in. */
    REFUNDS
}
