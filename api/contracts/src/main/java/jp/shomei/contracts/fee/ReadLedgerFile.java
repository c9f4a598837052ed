package jp.shomei.contracts.fee;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a part of a CSV file about a month. The ledger of a closed month is the same for ever. Answers a
 * {@link FilePart}; refused with {@code LEDGER_OPEN} for any other file until the month is closed.
 *
 * @param month the billing month
 * @param file which file
 * @param after where the part before ended; absent for the first, which has the header
 */
public record ReadLedgerFile(
        BillingMonth month, LedgerFile file, @Nullable String after) {}
