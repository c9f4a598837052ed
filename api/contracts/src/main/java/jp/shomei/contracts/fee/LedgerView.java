package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A billing month.
 *
 * @param month the month
 * @param state how far closing it is
 * @param totals of all its lines; absent unless asked for
 * @param closedOn the day it was closed, in Japan; absent until then
 * @param sha256 the digest of its CSV file in UTF-8, hexadecimal; absent until it is closed
 */
public record LedgerView(
        BillingMonth month,
        State state,
        @Nullable LedgerTotals totals,
        @Nullable LocalDate closedOn,
        @Nullable String sha256) {

    /** How far closing it is. */
    public enum State {
        OPEN,
        CLOSING,
        CLOSED
    }
}
