package jp.shomei.contracts.fee;

/**
 * Totals and digest of a ledger.
 *
 * @param totals the totals
 * @param sha256 the digest of its CSV file in UTF-8, hexadecimal
 */
public record LedgerMeasure(LedgerTotals totals, String sha256) {}
