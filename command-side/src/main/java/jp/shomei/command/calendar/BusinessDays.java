package jp.shomei.command.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Business days (営業日): Monday to Friday, but for national holidays and {@link ClosingDays}. All days are Japan's.
 *
 * @param closingDays when the authority is closed besides
 */
public record BusinessDays(ClosingDays closingDays) {

    /** Whether this is a business day. */
    public boolean include(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !NationalHolidays.include(day)
                && !closingDays.include(day);
    }

    /** This day if it is a business day, or else the next one (翌営業日). */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!include(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }
}
