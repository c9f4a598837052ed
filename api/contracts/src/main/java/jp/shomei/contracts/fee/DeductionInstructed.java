package jp.shomei.contracts.fee;

import java.time.LocalDate;
import java.time.YearMonth;
import org.axonframework.serialization.Revision;

/**
 * The fees are to be deducted from what the institution is paid for its services (診療報酬から控除).
 *
 * @param billId the bill
 * @param attempt 1 in the billing month, 2 in the month after if the payment was not enough
 * @param deductIn the month of the payment it is deducted from
 * @param amount yen, tax included
 * @param instructedOn the day in Japan
 */
@Revision("1")
public record DeductionInstructed(String billId, int attempt, YearMonth deductIn, long amount, LocalDate instructedOn)
        implements FeeEvent {}
