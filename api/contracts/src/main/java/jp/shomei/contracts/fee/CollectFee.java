package jp.shomei.contracts.fee;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Does whatever has come due by today in collecting a bill: the second deduction, the slip, the warning, the default.
 * Answers a {@link Recorded}; does nothing if nothing is due.
 *
 * @param billId the bill
 */
public record CollectFee(@TargetAggregateIdentifier String billId) {}
