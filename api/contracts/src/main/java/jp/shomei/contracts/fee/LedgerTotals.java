package jp.shomei.contracts.fee;

import java.util.Map;
import java.util.TreeMap;
import jp.shomei.contracts.institution.PaymentMethod;

/**
 * The totals of a ledger, in yen, tax included.
 *
 * @param lineCount how many lines
 * @param amount their sum
 * @param taxIncluded the sum of the tax inside each line
 * @param byMethod by how they are collected; every method is named
 * @param byKind by what they are for; every kind is named
 * @param byPrefecture by the prefecture's code, {@code 00} where none is filed; those with lines
 */
public record LedgerTotals(
        long lineCount,
        long amount,
        long taxIncluded,
        Map<PaymentMethod, Long> byMethod,
        Map<ChargeKind, Long> byKind,
        Map<String, Long> byPrefecture) {

    public LedgerTotals {
        byMethod = new TreeMap<>(byMethod);
        byKind = new TreeMap<>(byKind);
        byPrefecture = new TreeMap<>(byPrefecture);
    }
}
