package jp.shomei.contracts.fee;

/**
 * Asks how a billing month stands. Answers a {@link LedgerView}; a month without fees has an empty ledger.
 *
 * @param month the billing month
 * @param totals whether the totals are wanted; adding up an open month takes the longer the more lines it has
 */
public record FindLedger(BillingMonth month, boolean totals) {}
