package jp.shomei.contracts.notice;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the notices that came back and are to be seen to, in order of their IDs; answered with a {@link NoticePage}.
 *
 * @param cursor where the page before ended; none for the first page
 * @param limit at most so many, 1 to 200
 */
public record ListReturnedNotices(@Nullable String cursor, int limit) {}
