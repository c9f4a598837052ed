package jp.shomei.contracts.fee;

/** What the payment system reports of a bill. */
public enum PaymentOutcome {
    /** The fees were deducted. */
    DEDUCTED,
    /** The payment was less than the fees. */
    INSUFFICIENT,
    /** The slip was paid; of a refund: it was paid out. */
    PAID,
    /** The slip was not paid in time. */
    UNPAID
}
