package jp.shomei.projections.block.view;

import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Certificates of which the same is to be told of the same day, as far as their request IDs have the same beginning: a
 * block of a hundred at most. So a day on which there is very much neither makes a document too large for the database nor
 * has much rewritten for each certificate, and blocks can be read in the order of the request IDs.
 *
 * @param block the text of its {@link BlockName}
 * @param requests whether a certificate, by its request ID, belongs to it
 */
public record DayBlock(@BsonId String block, Map<String, Boolean> requests) {

    /** The map of request IDs, as the database knows it. */
    public static final String REQUESTS = "requests";

    /** What it is a block of. */
    public BlockName name() {
        return BlockName.of(block);
    }
}
