package jp.shomei.projections.certificate.view;

import java.time.LocalDate;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Certificates for which the same work is due from the same day on, as far as their request IDs have the same beginning:
 * a block of a hundred at most. So a day on which very much is due neither makes a document too large for the database
 * nor has much rewritten for each certificate, and blocks can be read in the order of the request IDs.
 *
 * @param block day, work and the beginning of the request IDs
 * @param requests whether a certificate, by its request ID, is due
 */
public record DueDocument(@BsonId String block, Map<String, Boolean> requests) {

    private static final int BEGINNING = 13;

    /** The {@code _id} of the block of a certificate. */
    public static String id(LocalDate day, DueWork work, String requestId) {
        return firstId(day) + ":" + beginning(requestId) + ":" + work;
    }

    /** What precedes the {@code _id}s of every block of this day and later ones, and follows those of days before. */
    public static String firstId(LocalDate day) {
        return day.toString();
    }

    /** The beginning of a request ID that decides on its block. */
    public static String beginning(String requestId) {
        return requestId.substring(0, BEGINNING);
    }

    /** The beginning of the request IDs in a block. */
    public static String beginningIn(String id) {
        int colon = id.indexOf(':');
        return id.substring(colon + 1, colon + 1 + BEGINNING);
    }

    /** What is due. */
    public static DueWork workIn(String id) {
        return DueWork.valueOf(id.substring(id.lastIndexOf(':') + 1));
    }
}
