package jp.shomei.contracts.fee;

import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A part of a list of results of the payment system; all parts of a list are recorded at once. What follows from them is
 * recorded on the bills.
 *
 * @param ledgerId the ledger
 * @param sha256 the digest of the whole list, hexadecimal; a list is accepted once
 * @param part from 1
 * @param parts how many there are
 * @param lines the lines, 500 at most
 */
@Revision("1")
public record ResultsAccepted(String ledgerId, String sha256, int part, int parts, List<ResultLine> lines)
        implements LedgerEvent {

    public ResultsAccepted {
        lines = List.copyOf(lines);
    }
}
