package jp.shomei.contracts.fee;

/**
 * Asks whether a list of results was accepted; sees everything that has happened. Answers a Boolean.
 *
 * @param month the billing month
 * @param sha256 the digest of the list, hexadecimal
 */
public record FindResults(BillingMonth month, String sha256) {}
