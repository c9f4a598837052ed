package jp.shomei.contracts.fee;

/**
 * Asks for months with fees that are not closed; sees everything that has happened. Answers {@link OpenLedgers}.
 *
 * @param until the last billing month of interest
 */
public record ListOpenLedgers(BillingMonth until) {}
