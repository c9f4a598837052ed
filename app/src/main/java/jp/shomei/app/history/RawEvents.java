package jp.shomei.app.history;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import jp.shomei.contracts.message.MessageSerializer;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Reads and writes a store's events as they are, without upcasters: of the store only what Axon's engine offers. */
public final class RawEvents {

    private static final int BATCH = 1_000;
    private static final Serializer SERIALIZER = MessageSerializer.create();

    private final EventStorageEngine engine;

    private RawEvents(EventStorageEngine engine) {
        this.engine = engine;
    }

    /** Those in a database. */
    public static RawEvents in(ConnectionProvider connections, TransactionManager transactions) {
        return new RawEvents(JdbcEventStorageEngine.builder()
                .eventSerializer(SERIALIZER)
                .snapshotSerializer(SERIALIZER)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .dataType(String.class)
                .batchSize(BATCH)
                .build());
    }

    /** All of them, in order. */
    public Stream<StoredEvent> stream() {
        return tracked(null).map(event -> StoredEvent.of(event, SERIALIZER));
    }

    /** Shows all of them, in order, each with the token of whoever has handled everything up to it. */
    public void forEach(BiConsumer<StoredEvent, TrackingToken> consumer) {
        try (Stream<? extends TrackedEventMessage<?>> events = tracked(null)) {
            events.forEach(event -> consumer.accept(StoredEvent.of(event, SERIALIZER), event.trackingToken()));
        }
    }

    /** Writes some more, all of them or none. */
    public void append(List<StoredEvent> events) {
        engine.appendEvents(events.stream()
                .<EventMessage<?>>map(event -> event.message(SERIALIZER))
                .toList());
    }

    /** How events and tokens are written down. */
    public static Serializer serializer() {
        return SERIALIZER;
    }

    private Stream<? extends TrackedEventMessage<?>> tracked(@Nullable TrackingToken after) {
        return engine.readEvents(after, false);
    }
}
