package jp.shomei.command.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import jp.shomei.command.certificate.DispatchDays;
import jp.shomei.contracts.time.JapanTime;

/**
 * When a notice is posted: what is approved by 15:00 on a reception day (Monday to Friday) leaves on the next dispatch
 * day (発送対応日, Monday to Saturday); what is approved later, or on another day, counts as approved on the next
 * reception day. National holidays and {@link ClosingDays} are neither. All days and hours are Japan's.
 */
public final class DispatchCalendar implements DispatchDays {

    private static final LocalTime LAST_MINUTE = LocalTime.of(15, 0);
    private static final int PROMISED_DAYS = 3;

    private final ClosingDays closingDays;
    private final BusinessDays receptionDays;

    public DispatchCalendar(ClosingDays closingDays) {
        this.closingDays = closingDays;
        receptionDays = new BusinessDays(closingDays);
    }

    /** The day on which the notice of an application approved at this instant is posted; printed on it as its date. */
    @Override
    public LocalDate dispatchDayFor(Instant approvedAt) {
        ZonedDateTime approved = approvedAt.atZone(JapanTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
        LocalDate day = approved.toLocalDate();
        boolean inTime = receptionDays.include(day) && !approved.toLocalTime().isAfter(LAST_MINUTE);
        return nextDispatchDay(inTime ? day : firstAfter(day, receptionDays::include));
    }

    /** The third business day (Monday to Friday) after the day of approval: two to three business days are promised. */
    @Override
    public LocalDate promisedBy(LocalDate approvedOn) {
        LocalDate day = approvedOn;
        for (int passed = 0; passed < PROMISED_DAYS; passed++) {
            day = firstAfter(day, receptionDays::include);
        }
        return day;
    }

    /** The first dispatch day after this day. */
    public LocalDate nextDispatchDay(LocalDate day) {
        return firstAfter(day, this::isDispatchDay);
    }

    /** Whether notices are posted on this day: Monday to Saturday, unless it is a holiday or a closing day. */
    public boolean isDispatchDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !NationalHolidays.include(day) && !closingDays.include(day);
    }

    private static LocalDate firstAfter(LocalDate day, Predicate<LocalDate> wanted) {
        LocalDate candidate = day.plusDays(1);
        while (!wanted.test(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }
}
