package jp.shomei.contracts.notice;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the notices that are late: not posted by the day promised, or posted 14 days ago or earlier and neither
 * reported delivered nor returned; in order of their IDs; answered with a {@link NoticePage}.
 *
 * @param cursor where the page before ended; none for the first page
 * @param limit at most so many, 1 to 200
 */
public record ListLateNotices(@Nullable String cursor, int limit) {}
