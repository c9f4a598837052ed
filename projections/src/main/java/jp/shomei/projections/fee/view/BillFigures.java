package jp.shomei.projections.fee.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import jp.shomei.contracts.fee.Account;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.ConsumptionTax;
import jp.shomei.contracts.fee.LedgerTotals;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Prefecture;

/**
 * What a bill, or all bills of a month, come to: number of lines and yen, by the names under which the database has them.
 */
public final class BillFigures {

    private static final String LINES = "lines";
    private static final String AMOUNT = "amount";
    private static final String TAX = "tax";
    private static final String METHOD = "method:";
    private static final String KIND = "kind:";
    private static final String PREFECTURE = "prefecture:";
    private static final String LINES_IN = "lines:";
    private static final String ACCOUNT = "account:";
    private static final String NO_PREFECTURE = "00";

    private BillFigures() {}

    /** The figures of one bill. */
    public static Map<String, Long> of(BillDocument bill) {
        Map<String, Long> figures = new TreeMap<>();
        Prefecture prefecture = bill.prefecture();
        for (BillLine line : bill.lines()) {
            long yen = line.charge().amount();
            figures.merge(TAX, ConsumptionTax.within(yen), Long::sum);
            figures.merge(KIND + line.charge().kind().name(), yen, Long::sum);
        }
        figures.put(LINES, (long) bill.lines().size());
        figures.put(AMOUNT, bill.amount());
        figures.put(METHOD + bill.method().name(), bill.amount());
        String code = prefecture == null ? NO_PREFECTURE : prefecture.code();
        figures.put(PREFECTURE + code, bill.amount());
        figures.put(LINES_IN + code, (long) bill.lines().size());
        bill.balances().forEach((account, yen) -> figures.put(ACCOUNT + account, yen));
        return figures;
    }

    /** The totals that are in figures. */
    public static LedgerTotals totals(Map<String, Long> figures) {
        Map<String, Long> byPrefecture = new TreeMap<>();
        figures.forEach((name, lines) -> {
            if (name.startsWith(LINES_IN) && lines > 0) {
                String code = name.substring(LINES_IN.length());
                byPrefecture.put(code, figures.getOrDefault(PREFECTURE + code, 0L));
            }
        });
        return new LedgerTotals(
                figures.getOrDefault(LINES, 0L),
                figures.getOrDefault(AMOUNT, 0L),
                figures.getOrDefault(TAX, 0L),
                each(PaymentMethod.class, method -> figures.getOrDefault(METHOD + method.name(), 0L)),
                each(ChargeKind.class, kind -> figures.getOrDefault(KIND + kind.name(), 0L)),
                byPrefecture);
    }

    /** The accounts that are in figures, every one of them. */
    public static Map<Account, Long> accounts(Map<String, Long> figures) {
        return each(Account.class, account -> figures.getOrDefault(ACCOUNT + account.name(), 0L));
    }

    private static <E extends Enum<E>> Map<E, Long> each(Class<E> type, Function<E, Long> figure) {
        Map<E, Long> each = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            each.put(constant, figure.apply(constant));
        }
        return each;
    }
}
