package jp.shomei.contracts.fee;

import java.time.LocalDate;
import jp.shomei.contracts.institution.InstitutionCode;
import org.jspecify.annotations.Nullable;

/**
 * What the payment system reports of one bill.
 *
 * @param institution whose bill
 * @param outcome what became of it
 * @param attempt which deduction it is about; absent for slips
 * @param on the day of it, in Japan
 */
public record ResultLine(
        InstitutionCode institution,
        PaymentOutcome outcome,
        @Nullable Integer attempt,
        LocalDate on) {}
