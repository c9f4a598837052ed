package jp.shomei.command.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.Set;

/**
 * The days on which the authority is closed although they are no holidays: the turn of the year, 29 December to
 * 3 January, and whatever days the configuration adds.
 *
 * @param extra days of single years, besides the turn of the year
 */
public record ClosingDays(Set<LocalDate> extra) {

    private static final MonthDay FIRST_OF_YEAR_END = MonthDay.of(12, 29);
    private static final MonthDay LAST_OF_NEW_YEAR = MonthDay.of(1, 3);

    public ClosingDays {
        extra = Set.copyOf(extra);
    }

    /** The turn of the year alone. */
    public static ClosingDays turnOfTheYear() {
        return new ClosingDays(Set.of());
    }

    /** The turn of the year and these days; a day may be named twice. */
    public static ClosingDays turnOfTheYearAnd(Collection<LocalDate> extra) {
        return new ClosingDays(Set.copyOf(extra));
    }

    /** Whether the authority is closed on this day. */
    public boolean include(LocalDate day) {
        MonthDay inYear = MonthDay.from(day);
        return !inYear.isBefore(FIRST_OF_YEAR_END) || !inYear.isAfter(LAST_OF_NEW_YEAR) || extra.contains(day);
    }
}
