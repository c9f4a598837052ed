package jp.shomei.contracts.fee;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Accepts a list of results. Answers a {@link ResultsReport}; does nothing if it was accepted; refused with {@code LEDGER_OPEN}
 * or, until the month is sealed, {@code LEDGER_CLOSING}: what was not closed as it is shown takes no results.
 *
 * @param ledgerId the ledger
 * @param sha256 the digest of the list, hexadecimal
 * @param lines its lines
 */
public record AcceptResults(@TargetAggregateIdentifier String ledgerId, String sha256, List<ResultLine> lines) {

    public AcceptResults {
        lines = List.copyOf(lines);
    }
}
