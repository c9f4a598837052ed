package jp.shomei.ca.download;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;

/**
 * Counts misses by some name, and locks the name when there are too many within 15 minutes. Remembers a bounded number
 * of names. A try is counted before it is known to be a miss, and taken back if it was none, so that many tries at once
 * do not get past the limit together.
 */
final class MissCounter {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_NAMES = 100_000;
    private static final int NAME_LIMIT = 64;

    private final int limit;
    private final Clock clock;
    private final Cache<String, Misses> misses;

    /**
     * @param limit how many misses lock
     */
    MissCounter(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.misses = Caffeine.newBuilder()
                .maximumSize(MOST_NAMES)
                .expireAfterWrite(WINDOW)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * Counts a try.
     *
     * @throws Refused with {@link ErrorCode#DOWNLOAD_LOCKED} and the seconds to wait, if the name is locked
     */
    void count(String name) {
        Instant now = clock.instant();
        misses.asMap().compute(bounded(name), (key, before) -> {
            if (before == null || !now.isBefore(before.until())) {
                return new Misses(0, now.plus(WINDOW)).andOneMore(limit, now, WINDOW);
            }
            if (before.count() >= limit) {
                long seconds =
                        Duration.between(now, before.until()).plusMillis(999).toSeconds();
                throw Refused.because(ErrorCode.DOWNLOAD_LOCKED, String.valueOf(seconds));
            }
            return before.andOneMore(limit, now, WINDOW);
        });
    }

    /** Takes back a try that was no miss. */
    void takeBack(String name) {
        misses.asMap()
                .computeIfPresent(bounded(name), (key, before) -> before.count() > 1 ? before.andOneLess() : null);
    }

    /** Forgets all misses of a name. */
    void forget(String name) {
        misses.invalidate(bounded(name));
    }

    long size() {
        misses.cleanUp();
        return misses.estimatedSize();
    }

    private static String bounded(String name) {
        return name.substring(0, Math.min(name.length(), NAME_LIMIT));
    }
}
