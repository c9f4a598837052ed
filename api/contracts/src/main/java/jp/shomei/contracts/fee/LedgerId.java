package jp.shomei.contracts.fee;

/** Names of ledgers. */
public final class LedgerId {

    private static final String PREFIX = "ledger-";

    private LedgerId() {}

    /** The ledger of a billing month, such as {@code ledger-2024-06}. */
    public static String of(BillingMonth month) {
        return PREFIX + month;
    }

    /** The billing month of a ledger. */
    public static BillingMonth month(String ledgerId) {
        return BillingMonth.of(ledgerId.substring(PREFIX.length()));
    }
}
