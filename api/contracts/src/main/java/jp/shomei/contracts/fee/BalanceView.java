package jp.shomei.contracts.fee;

import java.util.Map;
import java.util.TreeMap;

/**
 * The trial balance (試算表) of a billing month.
 *
 * @param month the month
 * @param accounts every account's balance, yen: debits positive, credits negative
 * @param total their sum, which is zero
 */
public record BalanceView(BillingMonth month, Map<Account, Long> accounts, long total) {

    public BalanceView {
        accounts = new TreeMap<>(accounts);
    }
}
