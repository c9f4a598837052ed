package jp.shomei.contracts.fee;

import java.time.LocalDate;
import jp.shomei.contracts.institution.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * A bill in one row.
 *
 * @param billId the bill
 * @param month the billing month
 * @param institution ten-digit code or insurer number
 * @param prefecture its prefecture's code; absent if none is filed
 * @param method how it is collected
 * @param status where that stands
 * @param statusLabel the same in Japanese
 * @param amount what its lines come to, yen, tax included
 * @param outstanding what is still owed, yen; negative if it is to be paid out
 * @param nextOn the day on which the next step is due; absent if none is
 * @param waitingSince the day in Japan on which a deduction or refund was instructed that nothing is reported of yet; absent
 *     if none was. Nothing follows until it is reported, however long that takes
 */
public record BillSummary(
        String billId,
        BillingMonth month,
        String institution,
        @Nullable String prefecture,
        PaymentMethod method,
        BillStatus status,
        String statusLabel,
        long amount,
        long outstanding,
        @Nullable LocalDate nextOn,
        @Nullable LocalDate waitingSince) {}
