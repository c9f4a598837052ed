package jp.shomei.projections.notice.view;

import java.time.LocalDate;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Which notices are to be posted on a day.
 *
 * @param day the day, as in 2021-09-10
 * @param notices whether a notice, by its ID, is to be posted on this day
 */
public record DispatchDayDocument(@BsonId String day, Map<String, Boolean> notices) {

    /** The map of notices, as the database knows it. */
    public static final String NOTICES = "notices";

    /** The {@code _id} of a day. */
    public static String id(LocalDate day) {
        return day.toString();
    }
}
