package jp.shomei.contracts.fee;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records the totals and the digest of a month that is being closed. Answers a {@link Recorded}; does nothing if it is
 * closed with the same digest; refused with {@code LEDGER_OPEN} if closing it was not begun, and {@code LEDGER_DIFFERS} if
 * it was closed with another digest.
 *
 * @param ledgerId the ledger
 * @param measure its totals and digest
 */
public record SealLedger(@TargetAggregateIdentifier String ledgerId, LedgerMeasure measure) {}
