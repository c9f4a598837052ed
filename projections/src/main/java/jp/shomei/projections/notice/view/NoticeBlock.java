package jp.shomei.projections.notice.view;

import java.time.LocalDate;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Notices that somebody has to see to from the same day on, for the same reason, as far as their IDs have the same
 * beginning. So a day on which very much is posted neither makes a document too large for the database nor has much
 * rewritten for each notice, and blocks can be read in the order of the IDs.
 *
 * @param block work, day and the beginning of the IDs
 * @param notices whether a notice, by its ID, is to be seen to
 */
public record NoticeBlock(@BsonId String block, Map<String, Boolean> notices) {

    /** The map of notices, as the database knows it. */
    public static final String NOTICES = "notices";

    /** An ID names day and institution; so many of its characters leave a thousand institutions in a block at most. */
    private static final int BEGINNING = 17;

    /** The {@code _id} of the block of a notice. */
    public static String id(NoticeWork work, LocalDate day, String noticeId) {
        return firstId(work, day) + ":" + beginning(noticeId);
    }

    /** What precedes the {@code _id}s of every block of this work. */
    public static String firstId(NoticeWork work) {
        return work + ":";
    }

    /** What precedes the {@code _id}s of every block of this work and day, and of later ones. */
    public static String firstId(NoticeWork work, LocalDate day) {
        return firstId(work) + day;
    }

    /** What follows the {@code _id}s of every block of this work. */
    public static String endId(NoticeWork work) {
        return work + ";";
    }

    /** The beginning of a notice's ID that decides on its block. */
    public static String beginning(String noticeId) {
        return noticeId.substring(0, Math.min(BEGINNING, noticeId.length()));
    }

    /** The beginning of the IDs in a block. */
    public static String beginningIn(String id) {
        return id.substring(id.lastIndexOf(':') + 1);
    }
}
