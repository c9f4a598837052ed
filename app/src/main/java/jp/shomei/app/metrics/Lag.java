package jp.shomei.app.metrics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * For how long an event processor has been behind: since when there has been an event that it has not come by. It is known
 * from one look to the next, and not beyond the first.
 */
final class Lag {

    private static final int MOST_LOOKS = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoTime;
    private final Deque<Look> looks = new ArrayDeque<>();

    Lag(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Seconds behind.
     *
     * @param position number of the last event it has come by, -1 before the first
     * @param head number of the newest event, -1 while there is none
     */
    synchronized double seconds(long position, long head) {
        long now = nanoTime.getAsLong();
        looks.removeIf(look -> look.head() <= position);
        if (position >= head) {
            return 0;
        }
        if (looks.isEmpty() || looks.getLast().head() < head && looks.size() < MOST_LOOKS) {
            looks.addLast(new Look(head, now));
        }
        return (now - looks.getFirst().atNanos()) / NANOS_PER_SECOND;
    }

    private record Look(long head, long atNanos) {}
}
