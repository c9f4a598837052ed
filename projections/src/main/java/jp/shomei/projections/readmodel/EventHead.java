package jp.shomei.projections.readmodel;

import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The newest event there is. */
final class EventHead {

    private static final int LOOKS = 20;
    private static final long PAUSE_NANOS = 5_000_000;

    private final EventStore events;

    EventHead(EventStore events) {
        this.events = events;
    }

    /** Its number; none while there is no event. */
    OptionalLong position() {
        TrackingToken head = events.createHeadToken();
        return head == null
                ? OptionalLong.empty()
                : head.position().stream().filter(number -> number >= 0).findFirst();
    }

    /**
     * Whether a processor comes by the event that is the newest just now, within a moment: while events keep coming, a
     * processor is always a little behind.
     */
    boolean isReachedBy(GenerationProcessor processor) {
        OptionalLong newest = position();
        for (int look = 0; look < LOOKS; look++) {
            if (newest.isEmpty() || processor.position().orElse(-1) >= newest.getAsLong()) {
                return true;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return false;
    }
}
