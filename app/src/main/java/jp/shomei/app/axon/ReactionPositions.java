package jp.shomei.app.axon;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import jp.shomei.app.durable.StoredPositions;
import jp.shomei.ca.status.RegisterProgress;
import jp.shomei.command.time.ReactionsCaughtUp;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Looks how far the reactions have come, on whichever node they run; and whether the one that keeps the authority's register
 * has come by everything that was on record when this was first asked.
 */
final class ReactionPositions implements ReactionsCaughtUp, RegisterProgress {

    private static final long PAUSE_NANOS = 10_000_000;
    private static final String REGISTER = "status-register";

    private final Supplier<Configuration> axon;
    private final StoredPositions positions;
    private @Nullable OptionalLong start;

    /**
     * Asks Axon for the newest event, once it is there.
     *
     * @param positions how far the reactions have come
     */
    ReactionPositions(Supplier<Configuration> axon, StoredPositions positions) {
        this.axon = axon;
        this.positions = positions;
    }

    @Override
    public void await(String group, Duration longest) {
        OptionalLong newest = newest();
        if (newest.isEmpty()) {
            return;
        }
        long end = System.nanoTime() + longest.toNanos();
        while (!hasComeBy(group, newest.getAsLong())) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException(
                        group + " has not come by event " + newest.getAsLong() + " in " + longest);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public synchronized boolean hasComeByTheStart() {
        if (start == null) {
            start = newest();
        }
        return start.isEmpty() || hasComeBy(REGISTER, start.getAsLong());
    }

    private OptionalLong newest() {
        TrackingToken head = axon.get().eventStore().createHeadToken();
        return head == null ? OptionalLong.empty() : head.position();
    }

    private boolean hasComeBy(String group, long event) {
        return positions.of(group).orElse(-1) >= event;
    }
}
