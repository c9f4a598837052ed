package jp.shomei.contracts.fee;

import org.jspecify.annotations.Nullable;

/**
 * Asks for bills of a month that are not being collected; sees everything that has happened. Answers {@link BillIds}.
 *
 * @param month the billing month
 * @param after the last bill of the answer before; absent for the first
 * @param limit how many at most, 1 to 10,000
 */
public record ListBillsToBegin(BillingMonth month, @Nullable String after, int limit) {}
