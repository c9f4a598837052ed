package jp.shomei.projections.fee.view;

import java.util.List;
import jp.shomei.contracts.fee.ResultLine;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A part of a list of results that is not yet on its bills.
 *
 * @param part its {@link #id}
 * @param lines its lines, in order
 */
public record ResultsPartDocument(@BsonId String part, List<ResultLine> lines) {

    /** The lines, as the database knows them. */
    public static final String LINES = "lines";

    /** The {@code _id} of a part: the ledger, the digest of the list, and the part's number. */
    public static String id(String ledgerId, String sha256, int part) {
        return ledgerId + ":" + sha256 + ":" + part;
    }
}
