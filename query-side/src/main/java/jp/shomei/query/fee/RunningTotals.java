package jp.shomei.query.fee;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.ConsumptionTax;
import jp.shomei.contracts.fee.LedgerTotals;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Prefecture;

/** Adds lines up. */
final class RunningTotals {

    private static final String NO_PREFECTURE = "00";

    private final Map<PaymentMethod, Long> byMethod = new EnumMap<>(PaymentMethod.class);
    private final Map<ChargeKind, Long> byKind = new EnumMap<>(ChargeKind.class);
    private final Map<String, Long> byPrefecture = new TreeMap<>();
    private long lineCount;
    private long amount;
    private long taxIncluded;

    RunningTotals() {
        for (PaymentMethod method : PaymentMethod.values()) {
            byMethod.put(method, 0L);
        }
        for (ChargeKind kind : ChargeKind.values()) {
            byKind.put(kind, 0L);
        }
    }

    void add(Line line) {
        Charge charge = line.charge();
        long yen = charge.amount();
        Prefecture prefecture = line.bill().prefecture();
        lineCount++;
        amount += yen;
        taxIncluded += ConsumptionTax.within(yen);
        byMethod.merge(line.bill().method(), yen, Long::sum);
        byKind.merge(charge.kind(), yen, Long::sum);
        byPrefecture.merge(prefecture == null ? NO_PREFECTURE : prefecture.code(), yen, Long::sum);
    }

    LedgerTotals totals() {
        return new LedgerTotals(lineCount, amount, taxIncluded, byMethod, byKind, byPrefecture);
    }
}
