package jp.shomei.projections.fee.view;

import java.util.List;
import java.util.stream.IntStream;
import jp.shomei.contracts.fee.ResultsAccepted;

/**
 * A list of results that was accepted and is not yet on its bills.
 *
 * @param sha256 the digest of the list
 * @param parts how many parts it has
 * @param seen how many of them are known
 */
public record OpenList(String sha256, int parts, int seen) {

    static OpenList of(ResultsAccepted first) {
        return new OpenList(first.sha256(), first.parts(), 1);
    }

    /** The list with one more part known. */
    OpenList more() {
        return new OpenList(sha256, parts, seen + 1);
    }

    /** Whether all of it is known. */
    public boolean isWhole() {
        return seen == parts;
    }

    /** The {@code _id}s of its parts, in order. */
    public List<String> partIds(String ledgerId) {
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> ResultsPartDocument.id(ledgerId, sha256, part))
                .toList();
    }
}
