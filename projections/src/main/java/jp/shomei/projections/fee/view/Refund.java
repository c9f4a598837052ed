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

    static Refund of(RefundOrdered event) {
        return new Refund(event.amount(), event.orderedOn());
    }
}
