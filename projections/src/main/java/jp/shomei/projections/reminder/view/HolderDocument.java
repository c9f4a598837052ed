package jp.shomei.projections.reminder.view;

import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * For which of its certificates an institution can be reminded of something.
 *
 * @param institution ten-digit code or insurer number
 * @param requests whether it can, by request ID
 */
public record HolderDocument(@BsonId String institution, Map<String, Boolean> requests) {

    /** The map of request IDs, as the database knows it. */
    public static final String REQUESTS = "requests";
}
