package jp.shomei.command.calendar;

import java.net.URL;
import java.time.LocalDate;
import one.cafebabe.businesscalendar4j.BusinessCalendar;

/**
 * The national holidays of Japan (国民の祝日), with their substitute days: as published by the Cabinet Office up to the
 * last day of its list, and by the law as it stands after that.
 *
 * <p>Nothing is fetched: the list is the one that comes with the library. A newer list can be given at the start as
 * {@code -DSYUKUJITSU_URL=file:/path/syukujitsu.csv}, in the form in which the Cabinet Office publishes it.
 */
final class NationalHolidays {

    static final String LIST = "SYUKUJITSU_URL";
    private static final String BUNDLED_LIST = "/syukujitsu.csv";

    static {
        // Unless told otherwise the library asks the Cabinet Office's server when it is loaded, and waits for it.
        URL bundled = BusinessCalendar.class.getResource(BUNDLED_LIST);
        if (bundled != null && System.getProperty(LIST) == null) {
            System.setProperty(LIST, bundled.toString());
        }
    }

    private NationalHolidays() {}

    /** Whether this day is a national holiday, be it a Sunday or not. */
    static boolean include(LocalDate day) {
        return BusinessCalendar.JAPAN.PUBLIC_HOLIDAYS.apply(day) != null;
    }
}
