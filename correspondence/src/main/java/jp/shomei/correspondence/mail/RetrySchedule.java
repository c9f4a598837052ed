package jp.shomei.correspondence.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a mail that was not taken is tried again: ever less often, for a day. */
final class RetrySchedule {

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

    private RetrySchedule() {}

    /**
     * When to try next; empty if the day is over. The last try is at the end of the day.
     *
     * @param tries how often it was tried, 1 after the first time
     * @param first when that was
     * @param now when it was tried last
     */
    static Optional<Instant> next(int tries, Instant first, Instant now) {
        Instant end = first.plus(GIVEN_UP_AFTER);
        if (!now.isBefore(end)) {
            return Optional.empty();
        }
        Instant next = now.plus(WAITS.get(Math.min(tries, WAITS.size()) - 1));
        return Optional.of(next.isBefore(end) ? next : end);
    }
}
