package jp.shomei.app.durable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.shomei.app.time.NewestEvent;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/** The history as the durable store holds it. */
final class StoredHistory implements NewestEvent {

    private final JdbcEventStorageEngine events;

    StoredHistory(JdbcEventStorageEngine events) {
        this.events = events;
    }

    @Override
    public Optional<Instant> happenedAt() {
        TrackingToken head = events.createHeadToken();
        if (head == null || head.position().isEmpty()) {
            return Optional.empty();
        }
        TrackingToken before = GapAwareTrackingToken.newInstance(head.position().getAsLong() - 1, List.of());
        return events.readEvents(before, false)
                .<Instant>map(TrackedEventMessage::getTimestamp)
                .reduce((earlier, later) -> later);
    }
}
