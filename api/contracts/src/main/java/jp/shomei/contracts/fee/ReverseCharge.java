package jp.shomei.contracts.fee;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Takes a charge back: a line with the opposite amount follows in the next open month. Answers a {@link Recorded}; refused
 * with {@code INVALID_FIELDS}, {@code CHARGE_NOT_FOUND}, {@code CHARGE_REVERSED}, {@code BILL_WRITTEN_OFF}, or {@code REVERSAL_IS_FINAL} for a line
 * that itself reverses one.
 *
 * @param billId the bill that has the charge
 * @param chargeId the charge
 * @param reason why, as typed
 */
public record ReverseCharge(
        @TargetAggregateIdentifier String billId,
        String chargeId,
        @Nullable String reason) {}
