package jp.shomei.projections.fee.view;

import java.time.LocalDate;
import jp.shomei.contracts.fee.RefundOrdered;

/**
 * What is to be paid out.
 *
 * @param amount yen, tax included, positive
 * @param orderedOn the day in Japan
 */
public record Refund(long amount, LocalDate orderedOn) {

    /** The refund once so much of it is set off. */
    Refund less(long offset) {
        return new Refund(amount - offset, orderedOn);
    }

    static Refund of(RefundOrdered event) {
        return new Refund(event.amount(), event.orderedOn());
    }
}
