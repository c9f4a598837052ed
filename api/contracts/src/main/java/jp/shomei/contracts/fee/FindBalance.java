package jp.shomei.contracts.fee;

/**
 * Asks for the trial balance of a billing month. Answers a {@link BalanceView}.
 *
 * @param month the billing month
 */
public record FindBalance(BillingMonth month) {}
