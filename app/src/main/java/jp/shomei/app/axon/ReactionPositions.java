package jp.shomei.app.axon;

import java.time.Duration;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.shomei.command.time.ReactionsCaughtUp;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Asks the event processors of the reactions how far they have come; of those that another node runs, the durable store
 * tells.
 */
final class ReactionPositions implements ReactionsCaughtUp {

    private static final long PAUSE_NANOS = 10_000_000;

    private final Supplier<Configuration> axon;
    private final Function<String, OptionalLong> stored;

    /**
     * Asks Axon, once it is there.
     *
     * @param stored the position that is stored of a group; none if it never ran
     */
    ReactionPositions(Supplier<Configuration> axon, Function<String, OptionalLong> stored) {
        this.axon = axon;
        this.stored = stored;
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

    private OptionalLong newest() {
        TrackingToken head = axon.get().eventStore().createHeadToken();
        return head == null ? OptionalLong.empty() : head.position();
    }

    private boolean hasComeBy(String group, long event) {
        Collection<EventTrackerStatus> segments = axon.get()
                .eventProcessingConfiguration()
                .eventProcessor(group, StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("there are no reactions named " + group))
                .processingStatus()
                .values();
        // a claim is given up at an error, and the standing is not
        OptionalLong here = segments.stream()
                .filter(segment -> !segment.isErrorState())
                .mapToLong(segment -> segment.getCurrentPosition().orElse(-1))
                .min();
        OptionalLong come = here.isPresent() ? here : stored.apply(group);
        return come.isPresent() && come.getAsLong() >= event;
    }
}
