package jp.shomei.contracts.fee;

/**
 * Closes a month: nothing more is charged to it, its bills are collected from now on, and its totals and the digest of its
 * file are fixed. Answers a {@link Recorded} of the ledger; does nothing if it is closed, and goes on if closing it was
 * begun; refused with {@code LEDGER_NOT_COMPLETE} as long as fees may arise that belong to it.
 *
 * @param month the billing month
 */
public record CloseLedger(BillingMonth month) {}
