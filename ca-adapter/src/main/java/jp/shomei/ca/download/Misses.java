package jp.shomei.ca.download;

import java.time.Duration;
import java.time.Instant;

/**
 * Misses inside one window.
 *
 * @param count how many
 * @param until when they are forgotten
 */
record Misses(int count, Instant until) {

    /** The first miss opens the window; the one that reaches the limit opens it anew, so that the lock lasts as long. */
    Misses andOneMore(int limit, Instant now, Duration window) {
        int more = count + 1;
        return new Misses(more, more >= limit ? now.plus(window) : until);
    }

    Misses andOneLess() {
        return new Misses(count - 1, until);
    }
}
