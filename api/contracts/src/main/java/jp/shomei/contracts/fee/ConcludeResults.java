package jp.shomei.contracts.fee;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that all of a list is on its bills. Answers a {@link Recorded}; does nothing if that is on record.
 *
 * @param ledgerId the ledger
 * @param sha256 the digest of the list
 */
public record ConcludeResults(@TargetAggregateIdentifier String ledgerId, String sha256) {}
