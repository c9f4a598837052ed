package jp.shomei.app.durable;

import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/**
 * The events, of which those who follow them see only what is on disk. H2 shows a commit to others a moment before it is
 * written; a read model that took in an event of that moment would know, after a crash, what never happened.
 */
final class EventsOnDisk extends JdbcEventStorageEngine {

    private final StoreFile file;

    EventsOnDisk(Builder builder, StoreFile file) {
        super(builder);
        this.file = file;
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(TrackingToken lastToken, int batchSize) {
        List<? extends TrackedEventData<?>> seen = super.fetchTrackedEvents(lastToken, batchSize);
        if (!seen.isEmpty()) {
            flush();
        }
        return seen;
    }

    private void flush() {
        try {
            file.flush();
        } catch (SQLException unavailable) {
            throw new EventStoreException("events are not known to be on disk", unavailable);
        }
    }
}
