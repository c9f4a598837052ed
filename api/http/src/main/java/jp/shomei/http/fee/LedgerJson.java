package jp.shomei.http.fee;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.LedgerLine;
import jp.shomei.contracts.fee.LedgerPage;
import jp.shomei.contracts.fee.LedgerTotals;
import jp.shomei.contracts.fee.LedgerView;
import jp.shomei.contracts.institution.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as it is shown.
 *
 * @param month the billing month
 * @param state how far closing it is
 * @param lines a page of its lines; absent where the month as a whole is spoken of
 * @param nextCursor for the next page; absent on the last
 * @param totals yen by how they are collected, tax included; this and the following on the first page only
 * @param lineCount how many lines there are
 * @param amount their sum, yen
 * @param taxIncluded the tax inside, yen
 * @param byKind yen by what they are for
 * @param byPrefecture yen by the prefecture's code, {@code 00} where none is filed
 * @param closedOn the day it was closed, in Japan; absent until then
 * @param sha256 the digest of its CSV file in UTF-8, hexadecimal; absent until it is closed
 */
@Schema(name = "Ledger")
record LedgerJson(
        BillingMonth month,
        LedgerView.State state,
        @Nullable List<LedgerLine> lines,
        @Nullable String nextCursor,
        @Nullable Map<PaymentMethod, Long> totals,
        @Nullable Long lineCount,
        @Nullable Long amount,
        @Nullable Long taxIncluded,
        @Nullable Map<ChargeKind, Long> byKind,
        @Nullable Map<String, Long> byPrefecture,
        @Nullable LocalDate closedOn,
        @Nullable String sha256) {

    /** A ledger without lines. */
    static LedgerJson of(LedgerView ledger) {
        return of(ledger, null, null);
    }

    /** A ledger with a page of its lines. */
    static LedgerJson of(LedgerView ledger, LedgerPage page) {
        return of(ledger, page.lines(), page.nextCursor());
    }

    private static LedgerJson of(LedgerView ledger, @Nullable List<LedgerLine> lines, @Nullable String nextCursor) {
        Optional<LedgerTotals> sums = Optional.ofNullable(ledger.totals());
        return new LedgerJson(
                ledger.month(),
                ledger.state(),
                lines,
                nextCursor,
                shown(sums, LedgerTotals::byMethod),
                shown(sums, LedgerTotals::lineCount),
                shown(sums, LedgerTotals::amount),
                shown(sums, LedgerTotals::taxIncluded),
                shown(sums, LedgerTotals::byKind),
                shown(sums, LedgerTotals::byPrefecture),
                ledger.closedOn(),
                ledger.sha256());
    }

    private static <T> @Nullable T shown(Optional<LedgerTotals> sums, Function<LedgerTotals, T> part) {
        return sums.map(part).orElse(null);
    }
}
