package jp.shomei.contracts.fee;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives up what was not paid. Answers a {@link Recorded}; refused with {@code INVALID_FIELDS}, or {@code BILL_NOT_OVERDUE}
 * unless it is overdue or defaulted.
 *
 * @param billId the bill
 * @param reason why, as typed
 */
public record WriteOffFee(
        @TargetAggregateIdentifier String billId, @Nullable String reason) {}
