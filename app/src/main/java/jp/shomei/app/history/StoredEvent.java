package jp.shomei.app.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as a store holds it, but for its position there: the payload is the stored text. Of the metadata some stores keep
 * names and values but no order, so that here they are always in the order of their names: the same history is the same text
 * wherever it was kept.
 *
 * @param type the type of its aggregate; none if it is of no aggregate
 * @param aggregateIdentifier its aggregate; none if it is of none
 * @param sequenceNumber its place in the aggregate's history; none if it is of none
 * @param identifier its own identifier
 * @param timestamp when it happened, to the millisecond
 * @param payloadType its stored name
 * @param revision the revision of what is stored
 * @param payload the payload, as text
 * @param metaData the metadata, a JSON object as text; brought into the order of its names
 */
public record StoredEvent(
        @Nullable String type,
        @Nullable String aggregateIdentifier,
        @Nullable Long sequenceNumber,
        String identifier,
        Instant timestamp,
        String payloadType,
        @Nullable String revision,
        String payload,
        String metaData) {

    private static final JsonMapper IN_ORDER =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    /** @throws tools.jackson.core.JacksonException if the metadata are no JSON */
    public StoredEvent {
        metaData = IN_ORDER.writeValueAsString(IN_ORDER.readTree(metaData));
    }

    /** What a message is stored as. Nothing is deserialized if it comes from a store. */
    public static StoredEvent of(EventMessage<?> event, Serializer serializer) {
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        SerializedObject<String> metaData = event.serializeMetaData(serializer, String.class);
        boolean ofAggregate = event instanceof DomainEventMessage<?> domain && domain.getType() != null;
        return new StoredEvent(
                ofAggregate ? ((DomainEventMessage<?>) event).getType() : null,
                ofAggregate ? ((DomainEventMessage<?>) event).getAggregateIdentifier() : null,
                ofAggregate ? ((DomainEventMessage<?>) event).getSequenceNumber() : null,
                event.getIdentifier(),
                event.getTimestamp().truncatedTo(ChronoUnit.MILLIS),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metaData.getData());
    }

    /** The same at another time. */
    public StoredEvent at(Instant moment) {
        return new StoredEvent(
                type,
                aggregateIdentifier,
                sequenceNumber,
                identifier,
                moment.truncatedTo(ChronoUnit.MILLIS),
                payloadType,
                revision,
                payload,
                metaData);
    }

    /** A message that another store writes down as this; nothing is deserialized. */
    public EventMessage<?> message(Serializer serializer) {
        SerializedMessage<Object> message = new SerializedMessage<>(
                identifier,
                new LazyDeserializingObject<>(
                        new SimpleSerializedObject<>(payload, String.class, payloadType, revision), serializer),
                new LazyDeserializingObject<MetaData>(new SerializedMetaData<>(metaData, String.class), serializer));
        return type == null || aggregateIdentifier == null || sequenceNumber == null
                ? new GenericEventMessage<>(message, () -> timestamp)
                : new GenericDomainEventMessage<>(type, aggregateIdentifier, sequenceNumber, message, () -> timestamp);
    }
}
