package jp.shomei.contracts.fee;

import java.util.List;

/**
 * A list of results that is not yet on its bills.
 *
 * @param ledgerId the ledger
 * @param sha256 the digest of the list
 * @param lines its lines
 */
public record OpenResults(String ledgerId, String sha256, List<ResultLine> lines) {

    public OpenResults {
        lines = List.copyOf(lines);
    }
}
