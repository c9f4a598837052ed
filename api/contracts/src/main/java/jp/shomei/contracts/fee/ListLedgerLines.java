package jp.shomei.contracts.fee;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the lines of a month, in order of institution and charge. Answers a {@link LedgerPage}; refused with
 * {@code INVALID_REQUEST} for a cursor that is none.
 *
 * @param month the billing month
 * @param cursor from the page before; absent for the first
 * @param limit how many at most, 1 to 1,000
 */
public record ListLedgerLines(BillingMonth month, @Nullable String cursor, int limit) {}
