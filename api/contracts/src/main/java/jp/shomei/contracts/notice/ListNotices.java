package jp.shomei.contracts.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the notices of a dispatch day, in order of their IDs; answered with a {@link NoticePage}.
 *
 * @param dispatchOn the day
 * @param cursor where the page before ended; none for the first page
 * @param limit at most so many, 1 to 200
 */
public record ListNotices(LocalDate dispatchOn, @Nullable String cursor, int limit) {}
