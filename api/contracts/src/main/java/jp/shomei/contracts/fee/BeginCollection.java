package jp.shomei.contracts.fee;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Begins to collect a bill whose month is being closed: by deduction or by slip, as the institution has chosen by now and
 * may. Answers a {@link Recorded}; does nothing if it has begun; refused with {@code LEDGER_OPEN} before the closing.
 *
 * @param billId the bill
 */
public record BeginCollection(@TargetAggregateIdentifier String billId) {}
