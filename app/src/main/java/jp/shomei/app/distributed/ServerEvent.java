package jp.shomei.app.distributed;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.Objects;
import jp.shomei.app.history.RawEvents;
import jp.shomei.app.history.StoredEvent;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;

/** An event as it travels to Axon Server and back, in the same form as Axon's own events. Absent texts are empty there. */
final class ServerEvent {

    private static final GrpcMetaDataConverter META_DATA = new GrpcMetaDataConverter(RawEvents.SERIALIZER);

    private ServerEvent() {}

    static Event of(StoredEvent stored) {
        Event.Builder event = Event.newBuilder()
                .setMessageIdentifier(stored.identifier())
                .setTimestamp(stored.timestamp().toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(stored.payloadType())
                        .setRevision(Objects.requireNonNullElse(stored.revision(), ""))
                        .setData(ByteString.copyFromUtf8(stored.payload())));
        if (stored.type() != null && stored.aggregateIdentifier() != null && stored.sequenceNumber() != null) {
            event.setAggregateType(stored.type())
                    .setAggregateIdentifier(stored.aggregateIdentifier())
                    .setAggregateSequenceNumber(stored.sequenceNumber());
        }
        MetaData metaData = RawEvents.SERIALIZER.deserialize(new SerializedMetaData<>(stored.metaData(), String.class));
        metaData.forEach((name, value) -> event.putMetaData(name, META_DATA.convertToMetaDataValue(value)));
        return event.build();
    }

    static StoredEvent stored(Event event) {
        boolean ofAggregate = !event.getAggregateType().isEmpty();
        String revision = event.getPayload().getRevision();
        return new StoredEvent(
                ofAggregate ? event.getAggregateType() : null,
                ofAggregate ? event.getAggregateIdentifier() : null,
                ofAggregate ? event.getAggregateSequenceNumber() : null,
                event.getMessageIdentifier(),
                Instant.ofEpochMilli(event.getTimestamp()),
                event.getPayload().getType(),
                revision.isEmpty() ? null : revision,
                event.getPayload().getData().toStringUtf8(),
                RawEvents.SERIALIZER
                        .serialize(META_DATA.convert(event.getMetaDataMap()), String.class)
                        .getData());
    }
}
