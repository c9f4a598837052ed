package jp.shomei.contracts.certificate;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import jp.shomei.contracts.certificate.CertificateHistoryView.RecordedEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/** Reads an event of a history, whose name tells what its payload is. */
final class RecordedEventReader extends ValueDeserializer<RecordedEvent> {

    private static final Map<String, Class<?>> TYPES = Arrays.stream(CertificateEvent.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type));

    @Override
    public RecordedEvent deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode event = context.readTree(parser);
        String type = event.path("type").asString();
        Class<?> payload = TYPES.get(type);
        if (payload == null) {
            return context.reportInputMismatch(
                    RecordedEvent.class, "there is no event of a certificate named %s", type);
        }
        return new RecordedEvent(
                event.path("sequence").asLong(),
                type,
                event.path("revision").asString(),
                context.readTreeAsValue(event.path("occurredAt"), OffsetDateTime.class),
                text(event, "actor"),
                text(event, "role"),
                (CertificateEvent) context.readTreeAsValue(event.path("payload"), payload));
    }

    private static @Nullable String text(JsonNode event, String name) {
        return event.hasNonNull(name) ? event.get(name).asString() : null;
    }
}
