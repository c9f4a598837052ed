package jp.shomei.app.history;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import jp.shomei.contracts.message.MessageSerializer;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;

/** A store's events as they are, without upcasters, to read and to write. */
public interface RawEvents {

    /** How events and tokens are written down. */
    Serializer SERIALIZER = MessageSerializer.create();

    /** Those in a database. */
    static RawEvents in(ConnectionProvider connections, TransactionManager transactions) {
        return new DatabaseEvents(connections, transactions);
    }

    /** All that are there now, in order, each with its place; to be closed. */
    Stream<PlacedEvent> placed();

    /** Writes some more, all of them or none. */
    void append(List<StoredEvent> events);

    /** All that are there now, in order; to be closed. */
    default Stream<StoredEvent> stream() {
        return placed().map(PlacedEvent::event);
    }

    /** Shows all of them, in order, each with the token of whoever has handled everything up to it. */
    default void forEach(BiConsumer<StoredEvent, TrackingToken> consumer) {
        try (Stream<PlacedEvent> events = placed()) {
            events.forEach(event -> consumer.accept(event.event(), event.place()));
        }
    }
}
