package jp.shomei.command.fee;

import java.util.Set;

/**
 * Reversals that are on one bill.
 *
 * @param chargeIds their names
 * @param waiting what of them can still be set off, yen: all as long as the bill is open, what is to be paid out once it is
 *     a refund, and nothing when they were counted against its other charges
 */
record Reversals(Set<String> chargeIds, long waiting) {}
