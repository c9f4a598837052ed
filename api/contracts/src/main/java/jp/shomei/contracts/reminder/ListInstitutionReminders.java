package jp.shomei.contracts.reminder;

import jp.shomei.contracts.institution.InstitutionCode;
import org.jspecify.annotations.Nullable;

/**
 * Asks for everything an institution will be sent and shown from today on if it does nothing, in order of the days;
 * answered with a {@link ReminderPage}.
 *
 * @param institution the institution
 * @param cursor where the page before ended; none for the first page
 * @param limit at most so many, 1 to 200
 */
public record ListInstitutionReminders(
        InstitutionCode institution, @Nullable String cursor, int limit) {}
