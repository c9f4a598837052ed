package jp.shomei.projections.readmodel;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings as soon as there is a new event. Axon's embedded event store cannot wake a pooled processor, which therefore
 * looks for events every 500 ms; whoever asks for what he has just done would wait that long. Where one event follows
 * another it rings every 25 ms only: read models then take in a few events at once, which costs little more than one.
 */
final class EventBell {

    private static final Logger LOG = LoggerFactory.getLogger(EventBell.class);
    private static final long PAUSE_NANOS = 1_000_000_000;
    private static final long BETWEEN_NANOS = 25_000_000;

    private final EventStore events;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private @Nullable Thread watcher;

    EventBell(EventStore events) {
        this.events = events;
    }

    /** Has somebody told of new events. */
    synchronized void add(Runnable listener) {
        listeners.add(listener);
        if (watcher == null) {
            watcher = Thread.ofPlatform().daemon().name("event-bell").start(this::watch);
        }
    }

    /** Has somebody told no longer. */
    void remove(Runnable listener) {
        listeners.remove(listener);
    }

    /** Falls silent. */
    synchronized void stop() {
        if (watcher != null) {
            watcher.interrupt();
            watcher = null;
        }
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(events.createHeadToken())) {
                while (true) {
                    passAvailable(stream);
                    listeners.forEach(Runnable::run);
                    LockSupport.parkNanos(BETWEEN_NANOS);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException unavailable) {
                LOG.debug("events cannot be watched; it is tried again", unavailable);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Waits for one event at least. */
    private static void passAvailable(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        do {
            stream.nextAvailable();
        } while (stream.hasNextAvailable());
    }
}
