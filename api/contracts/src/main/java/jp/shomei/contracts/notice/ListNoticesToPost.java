package jp.shomei.contracts.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks which notices are to be posted by a day and are in no batch. Waits a little until the answer holds everything that
 * has happened before. Answers {@link NoticesToPost}.
 *
 * @param day the day in Japan; what was to be posted earlier counts too
 * @param after the last notice of the answer before; none for the first
 * @param limit how many at most
 */
public record ListNoticesToPost(LocalDate day, @Nullable String after, int limit) {}
