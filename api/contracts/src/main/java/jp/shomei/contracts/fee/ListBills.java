package jp.shomei.contracts.fee;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the bills of a month, in order of institution, with what each comes to. Answers a {@link BillPage}.
 *
 * @param month the billing month
 * @param status only those that stand so; absent for all
 * @param cursor from the page before; absent for the first
 * @param limit how many at most, 1 to 200
 */
public record ListBills(
        BillingMonth month,
        @Nullable BillStatus status,
        @Nullable String cursor,
        int limit) {}
