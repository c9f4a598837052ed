package jp.shomei.ca;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import jp.shomei.contracts.time.JapanTime;

/** A clock that stands still until it is moved. */
public final class MovableClock extends Clock {

    private volatile Instant now;

    public MovableClock(Instant now) {
        this.now = now;
    }

    /** Nine in the morning of a day in Japan. */
    public static MovableClock at(LocalDate day) {
        return new MovableClock(
                day.atTime(LocalTime.of(9, 0)).atZone(JapanTime.ZONE).toInstant());
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return JapanTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
