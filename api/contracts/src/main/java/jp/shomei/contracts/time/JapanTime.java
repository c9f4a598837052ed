package jp.shomei.contracts.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Business dates are days in Japan (JST). */
public final class JapanTime {

    /** Asia/Tokyo. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private JapanTime() {}

    /** The day in Japan at this instant. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** Today in Japan by this clock. */
    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }
}
