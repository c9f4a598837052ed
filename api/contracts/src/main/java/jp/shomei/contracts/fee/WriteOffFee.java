package jp.shomei.contracts.fee;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives up what was not paid and is still owed: what was taken back by reversals that wait on other bills is set off against
 * them. Answers a {@link Recorded}; refused with {@code INVALID_FIELDS}, or {@code BILL_NOT_OVERDUE}
 * unless it is overdue or defaulted,
 * and {@code TEMPORARILY_UNAVAILABLE} as long as a reversal is on no bill yet.
 *
 * @param billId the bill
 * @param reason why, as typed
 */
public record WriteOffFee(
        @TargetAggregateIdentifier String billId, @Nullable String reason) {}
