package jp.shomei.projections.fee.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.LedgerTotals;
import jp.shomei.contracts.institution.PaymentMethod;

/**
 * The totals a month was closed with, in yen; the maps by names, since the database knows no others.
 *
 * @param lineCount how many lines
 * @param amount their sum
 * @param taxIncluded the sum of the tax inside each line
 * @param byMethod by how they are collected
 * @param byKind by what they are for
 * @param byPrefecture by the prefecture's code
 */
public record ClosedTotals(
        long lineCount,
        long amount,
        long taxIncluded,
        Map<String, Long> byMethod,
        Map<String, Long> byKind,
        Map<String, Long> byPrefecture) {

    static ClosedTotals of(LedgerTotals totals) {
        return new ClosedTotals(
                totals.lineCount(),
                totals.amount(),
                totals.taxIncluded(),
                names(totals.byMethod()),
                names(totals.byKind()),
                totals.byPrefecture());
    }

    /** The same as everybody knows it. */
    public LedgerTotals totals() {
        return new LedgerTotals(
                lineCount,
                amount,
                taxIncluded,
                constants(PaymentMethod.class, byMethod, PaymentMethod::valueOf),
                constants(ChargeKind.class, byKind, ChargeKind::valueOf),
                byPrefecture);
    }

    private static Map<String, Long> names(Map<? extends Enum<?>, Long> totals) {
        Map<String, Long> names = new TreeMap<>();
        totals.forEach((constant, yen) -> names.put(constant.name(), yen));
        return names;
    }

    private static <E extends Enum<E>> Map<E, Long> constants(
            Class<E> type, Map<String, Long> totals, Function<String, E> constant) {
        Map<E, Long> constants = new EnumMap<>(type);
        totals.forEach((name, yen) -> constants.put(constant.apply(name), yen));
        return constants;
    }
}
