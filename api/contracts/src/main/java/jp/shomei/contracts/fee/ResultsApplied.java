package jp.shomei.contracts.fee;

import org.axonframework.serialization.Revision;

/**
 * All of a list of results is on its bills.
 *
 * @param ledgerId the ledger
 * @param sha256 the digest of the list
 */
@Revision("1")
public record ResultsApplied(String ledgerId, String sha256) implements LedgerEvent {}
