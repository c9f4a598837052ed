package jp.shomei.contracts.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for which certificates a mail is due. What is named may be done already; the commands do nothing then. Waits a
 * little until the answer holds everything that has happened before. Answers {@link DueReminders}.
 *
 * @param day the day in Japan; what was due earlier and is not on record counts too
 * @param after the last request ID of the answer before; none for the first
 * @param limit how many certificates at most
 */
public record ListDueReminders(LocalDate day, @Nullable String after, int limit) {}
