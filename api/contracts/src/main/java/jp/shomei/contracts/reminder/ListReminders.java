package jp.shomei.contracts.reminder;

import java.time.LocalDate;
import jp.shomei.contracts.institution.InstitutionCode;
import org.jspecify.annotations.Nullable;

/**
 * Asks who is to be reminded on a day, as far as is known today, in order of the request IDs; answered with a
 * {@link ReminderPage}.
 *
 * @param on the day
 * @param channel how
 * @param institution only this institution's; every institution's if absent
 * @param cursor where the page before ended; none for the first page
 * @param limit at most so many, 1 to 200
 */
public record ListReminders(
        LocalDate on,
        ReminderChannel channel,
        @Nullable InstitutionCode institution,
        @Nullable String cursor,
        int limit) {}
