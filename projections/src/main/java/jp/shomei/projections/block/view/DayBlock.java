package jp.shomei.projections.block.view;

import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Certificates, notices or bills of which the same is to be told of the same day, as far as their IDs have the same
 * {@link Beginning}. So a day on which there is very much neither makes a document too large for the database nor has much
 * rewritten for each of them, and blocks can be read in the order of the IDs.
 *
 * @param block the text of its {@link BlockName}
 * @param ids whether something, by its ID, belongs to it
 */
public record DayBlock(@BsonId String block, Map<String, Boolean> ids) {

    /** The map of IDs, as the database knows it. */
    public static final String IDS = "ids";

    /** What it is a block of. */
    public BlockName name() {
        return BlockName.of(block);
    }
}
