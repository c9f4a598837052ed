package jp.shomei.contracts.fee;

/**
 * Asks for totals and digest of a month that is being closed; sees everything that has happened. Answers a
 * {@link LedgerMeasure}.
 *
 * @param month the billing month
 */
public record MeasureLedger(BillingMonth month) {}
