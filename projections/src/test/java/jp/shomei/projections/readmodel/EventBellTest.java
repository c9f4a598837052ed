package jp.shomei.projections.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import jp.shomei.projections.fixture.Await;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventBellTest {

    private static final int EVENTS = 2_000;
    private static final long BETWEEN_NANOS = 25_000_000;

    private final EmbeddedEventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final EventBell bell = new EventBell(events);
    private final AtomicInteger rings = new AtomicInteger();
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong publishedAtLastRing = new AtomicLong();

    @AfterEach
    void end() {
        bell.stop();
        events.shutDown();
    }

    @Test
    void manyEventsRingNowAndThenAndTheLastOneIsToldOf() {
        bell.add(() -> {
            publishedAtLastRing.set(published.get());
            rings.incrementAndGet();
        });
        publishUntilFirstRing();

        long begin = System.nanoTime();
        int before = rings.get();
        for (int number = 0; number < EVENTS; number++) {
            publish();
        }

        Await.until("the last one is told of", () -> publishedAtLastRing.get() == published.get());
        long most = 2 + (System.nanoTime() - begin) / BETWEEN_NANOS;
        assertThat(rings.get() - before).isBetween(1, (int) most);
    }

    /** The bell hears nothing of what happened before it listens. */
    private void publishUntilFirstRing() {
        Await.until("it listens", () -> {
            publish();
            return rings.get() > 0;
        });
    }

    private void publish() {
        events.publish(GenericEventMessage.asEventMessage("event"));
        published.incrementAndGet();
    }
}
