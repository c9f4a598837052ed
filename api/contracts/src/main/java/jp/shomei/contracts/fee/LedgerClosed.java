package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The ledger of a month is fixed for good.
 *
 * @param ledgerId the ledger
 * @param totals its totals
 * @param sha256 the digest of its CSV file in UTF-8, hexadecimal
 * @param closedOn the day in Japan
 */
@Revision("1")
public record LedgerClosed(String ledgerId, LedgerTotals totals, String sha256, LocalDate closedOn)
        implements LedgerEvent {}
