package jp.shomei.app.history;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/** Those in a database: of the store only what Axon's engine offers. */
final class DatabaseEvents implements RawEvents {

    private static final int BATCH = 1_000;

    private final EventStorageEngine engine;

    DatabaseEvents(ConnectionProvider connections, TransactionManager transactions) {
        this.engine = JdbcEventStorageEngine.builder()
                .eventSerializer(SERIALIZER)
                .snapshotSerializer(SERIALIZER)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .dataType(String.class)
                .batchSize(BATCH)
                .build();
    }

    @Override
    public Stream<PlacedEvent> placed() {
        return engine.readEvents(null, false).map(this::placed);
    }

    @Override
    public void append(List<StoredEvent> events) {
        engine.appendEvents(events.stream()
                .<EventMessage<?>>map(event -> event.message(SERIALIZER))
                .toList());
    }

    private PlacedEvent placed(TrackedEventMessage<?> event) {
        return new PlacedEvent(StoredEvent.of(event, SERIALIZER), event.trackingToken());
    }
}
