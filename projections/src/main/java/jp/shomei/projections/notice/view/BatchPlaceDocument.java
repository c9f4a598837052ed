package jp.shomei.projections.notice.view;

import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A batch's place among all batches: by the day, and then by the number in its ID.
 *
 * @param place the place; later ones follow
 * @param batchId the batch
 */
public record BatchPlaceDocument(@BsonId String place, String batchId) {

    /** What a place looks like. */
    public static final String PLACE_FORM = "[0-9]{4}-[0-9]{2}-[0-9]{2}:[0-9]{2}:[A-Za-z0-9-]{1,64}";

    /** The {@code _id} of a batch's place. The IDs of one day begin alike, so that a longer one has the greater number. */
    public static String id(LocalDate dispatchOn, String batchId) {
        return "%s:%02d:%s".formatted(dispatchOn, batchId.length(), batchId);
    }
}
