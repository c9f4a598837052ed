package jp.shomei.command.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * A clock for training and rehearsal: starts at a given instant, runs at its natural pace, and can be moved forward. It
 * never goes back.
 */
public final class SimulatedClock extends Clock {

    private final Clock real;
    private volatile Duration ahead;

    /** A clock that shows {@code start} now. */
    public SimulatedClock(Clock real, Instant start) {
        this.real = real;
        this.ahead = Duration.between(real.instant(), start);
    }

    /** Moves the clock to this instant, or leaves it where it is if it is past it already. */
    public synchronized void moveTo(Instant present) {
        if (present.isAfter(instant())) {
            ahead = Duration.between(real.instant(), present);
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId other) {
        InstantSource following = this::instant;
        return following.withZone(other);
    }
}
