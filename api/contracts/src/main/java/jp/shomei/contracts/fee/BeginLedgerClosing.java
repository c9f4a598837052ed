package jp.shomei.contracts.fee;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Has nothing charged to a month any more. Answers a {@link Recorded}; does nothing if that is so; refused with
 * {@code LEDGER_NOT_COMPLETE}.
 *
 * @param ledgerId the ledger
 */
public record BeginLedgerClosing(@TargetAggregateIdentifier String ledgerId) {}
