package jp.shomei.projections.certificate.view;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A certificate in a line of those that wait for an officer. It is there only while it waits.
 *
 * @param place its place in the line: the longer it waits, the smaller in alphabetical order
 * @param requestId リクエストID
 */
public record WaitingDocument(@BsonId String place, String requestId) {

    /** What places look like. */
    public static final String PLACE_FORM = "[0-9]{15}:[0-9]{15}";

    /** The place of a certificate that waits since then. */
    public static String place(Instant since, String requestId) {
        return "%015d:%s".formatted(since.toEpochMilli(), requestId);
    }
}
