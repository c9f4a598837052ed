package jp.shomei.projections.fee.view;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.shomei.contracts.fee.DeductionInstructed;
import jp.shomei.contracts.fee.PaymentOutcome;
import org.jspecify.annotations.Nullable;

/**
 * An instruction to deduct.
 *
 * @param attempt 1 or 2
 * @param month of which month's payment, such as 2024-06
 * @param amount yen, tax included
 * @param instructedOn the day in Japan
 * @param outcome what became of it; none until that is reported
 */
public record Deduction(
        int attempt,
        String month,
        long amount,
        LocalDate instructedOn,
        @Nullable PaymentOutcome outcome) {

    static Deduction of(DeductionInstructed event) {
        return new Deduction(event.attempt(), event.deductIn().toString(), event.amount(), event.instructedOn(), null);
    }

    /** The instruction once something was reported of an attempt; what is of another changes nothing. */
    Deduction after(int reported, PaymentOutcome what) {
        return reported == attempt ? new Deduction(attempt, month, amount, instructedOn, what) : this;
    }

    /** The first day of the month after the payment that was not enough. */
    LocalDate nextOn() {
        return YearMonth.parse(month).plusMonths(1).atDay(1);
    }
}
