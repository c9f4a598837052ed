package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * From now on nothing is charged to this month any more, and its bills are collected.
 *
 * @param ledgerId the ledger
 * @param begunOn the day in Japan
 */
@Revision("1")
public record LedgerClosingBegun(String ledgerId, LocalDate begunOn) implements LedgerEvent {}
