package jp.shomei.query.deadletter;

import java.util.List;
import jp.shomei.contracts.deadletter.EventSkipped;
import jp.shomei.contracts.deadletter.FindSkippedEvents;
import jp.shomei.contracts.deadletter.SkippedEventsView;
import jp.shomei.contracts.deadletter.SkippedEventsView.Skipped;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers from the events themselves what reactions left alone of an aggregate's history. */
public final class SkippedEventsQueryHandler {

    private final EventStore events;

    public SkippedEventsQueryHandler(EventStore events) {
        this.events = events;
    }

    /** What was skipped of an aggregate's history, oldest first. */
    @QueryHandler
    public SkippedEventsView handle(FindSkippedEvents query) {
        return new SkippedEventsView(query.aggregateId(), of(query.aggregateId()));
    }

    /** The same as a list. */
    public List<Skipped> of(String aggregateId) {
        return events.readEvents(EventSkipped.recordOf(aggregateId), 0)
                .asStream()
                .<Skipped>map(SkippedEventsQueryHandler::skipped)
                .toList();
    }

    private static Skipped skipped(DomainEventMessage<?> recorded) {
        EventSkipped event = (EventSkipped) recorded.getPayload();
        return new Skipped(
                event.sequence(),
                event.eventType(),
                event.eventId(),
                event.group(),
                event.reason(),
                recorded.getTimestamp().atZone(JapanTime.ZONE).toOffsetDateTime(),
                metadata(recorded, Metadata.ACTOR),
                metadata(recorded, Metadata.ROLE));
    }

    private static @Nullable String metadata(DomainEventMessage<?> event, String key) {
        return event.getMetaData().get(key) instanceof String value ? value : null;
    }
}
