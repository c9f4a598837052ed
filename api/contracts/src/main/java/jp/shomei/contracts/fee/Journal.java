package jp.shomei.contracts.fee;

import java.util.EnumMap;
import java.util.Map;

/**
 * The entries that events lead to. Debits are positive, credits negative; the entries of every event add up to zero.
 */
public final class Journal {

    private Journal() {}

    /**
     * The entries of an event, in yen by account; none if no money moved.
     *
     * @throws ArithmeticException never: amounts of a bill are far below what a long holds
     */
    public static Map<Account, Long> entries(FeeEvent event) {
        return switch (event) {
            case FeeCharged charged -> charged(charged.charge().amount());
            case DeductionSettled settled -> settled(Account.DEDUCTED, settled.amount());
            case FeePaid paid -> settled(Account.PAID, paid.amount());
            case FeeWrittenOff writtenOff ->
                sum(
                        settled(Account.WRITTEN_OFF, writtenOff.amount()),
                        writtenOff.offsets().isEmpty() ? Map.of() : settled(Account.OFFSET, writtenOff.offset()));
            case ReversalOffset offset -> settled(Account.OFFSET, -offset.amount());
            case FeeRefunded refunded -> settled(Account.PAID, -refunded.amount());
            case ChargeReversed aside -> Map.of();
            case DeductionInstructed aside -> Map.of();
            case DeductionFailed aside -> Map.of();
            case SlipPlanned aside -> Map.of();
            case SlipIssued aside -> Map.of();
            case FeeOverdue aside -> Map.of();
            case FeeDefaulted aside -> Map.of();
            case RefundOrdered aside -> Map.of();
            case NothingToCollect aside -> Map.of();
            case OutcomeUnmatched aside -> Map.of();
        };
    }

    /** The sums of two sets of entries. */
    public static Map<Account, Long> sum(Map<Account, Long> one, Map<Account, Long> other) {
        Map<Account, Long> sum = new EnumMap<>(Account.class);
        sum.putAll(one);
        other.forEach((account, yen) -> sum.merge(account, yen, Long::sum));
        return sum;
    }

    private static Map<Account, Long> charged(long amount) {
        long tax = ConsumptionTax.within(amount);
        return Map.of(Account.RECEIVABLE, amount, Account.FEES, tax - amount, Account.TAX, -tax);
    }

    private static Map<Account, Long> settled(Account into, long amount) {
        return Map.of(into, amount, Account.RECEIVABLE, -amount);
    }
}
