package jp.shomei.command.fee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Events in memory, where those of one aggregate or class are found without looking at all others. */
final class IndexedEvents extends InMemoryEventStorageEngine {

    private final List<EventMessage<?>> all = new ArrayList<>();
    private final Map<Class<?>, List<Object>> payloads = new HashMap<>();
    private final Map<String, List<DomainEventMessage<?>>> histories = new HashMap<>();
    private @Nullable TrackingToken seen;

    /** All events but the first so many, in order. */
    synchronized List<EventMessage<?>> from(int first) {
        catchUp();
        return List.copyOf(all.subList(first, all.size()));
    }

    /** What happened of just this class, in order. */
    synchronized <E> List<E> of(Class<E> type) {
        catchUp();
        return payloads.getOrDefault(type, List.of()).stream().map(type::cast).toList();
    }

    /** How many there are. */
    synchronized int size() {
        catchUp();
        return all.size();
    }

    @Override
    public synchronized DomainEventStream readEvents(String aggregateId, long firstSequenceNumber) {
        catchUp();
        return DomainEventStream.of(histories.getOrDefault(aggregateId, List.of()).stream()
                .filter(event -> event.getSequenceNumber() >= firstSequenceNumber)
                .toList());
    }

    private void catchUp() {
        for (TrackedEventMessage<?> event : readEvents(seen, false).toList()) {
            seen = event.trackingToken();
            all.add(event);
            payloads.computeIfAbsent(event.getPayloadType(), type -> new ArrayList<>())
                    .add(event.getPayload());
            if (event instanceof DomainEventMessage<?> own) {
                histories
                        .computeIfAbsent(own.getAggregateIdentifier(), id -> new ArrayList<>())
                        .add(own);
            }
        }
    }
}
