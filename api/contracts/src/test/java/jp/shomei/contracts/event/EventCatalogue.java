package jp.shomei.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.shomei.contracts.message.MessageSerializer;
import org.axonframework.serialization.Serializer;

/** Renders {@code docs/events.md}. */
final class EventCatalogue {

    private static final String OPENING = """
            # Events

            Everything that can be in the event store. Generated from `api/contracts`; do not edit: change the source,
            run the tests of `api/contracts` with `-Dshomei.rewrite=true`, and commit what changed. How an event may
            change is said in [CONTRIBUTING](../CONTRIBUTING.md).

            An event is stored as JSON under its stored name and revision. Fields marked `?` may be absent. Days are
            days in Japan.
            """;

    private final Serializer serializer = MessageSerializer.create();

    String render() {
        String families = StoredEvents.families().entrySet().stream()
                .map(family -> "\n## " + family.getKey() + "\n"
                        + family.getValue().stream().map(this::event).collect(Collectors.joining()))
                .collect(Collectors.joining());
        String values = StoredEvents.valueTypes().stream()
                .map(type -> type.isEnum() ? enumeration(type) : value(type))
                .collect(Collectors.joining());
        return OPENING + families + "\n## What the events are made of\n" + values;
    }

    private String event(Class<?> event) {
        return "\n### " + event.getSimpleName() + "\n\n"
                + SourceComments.of(event).firstSentence()
                + "\n\nStored name `" + event.getName() + "`, revision " + StoredEvents.revisionOf(event) + ".\n\n"
                + fields(event);
    }

    private String value(Class<?> type) {
        String body = Arrays.stream(type.getRecordComponents()).anyMatch(EventCatalogue::standsForTheWhole)
                ? "\nWritten as a single string.\n"
                : "\n" + fields(type);
        return heading(type) + body;
    }

    private String enumeration(Class<?> type) {
        return heading(type)
                + Stream.of(type.getEnumConstants())
                        .map(constant -> constant(((Enum<?>) constant).name(), written(constant)))
                        .collect(Collectors.joining(", ", "\n", "\n"));
    }

    private static String constant(String name, String written) {
        return "`" + written + "`" + (written.equals(name) ? "" : " " + name);
    }

    private String written(Object constant) {
        return serializer.serialize(constant, String.class).getData().replace("\"", "");
    }

    private static String heading(Class<?> type) {
        return "\n### " + StoredEvents.nameOf(type) + "\n\n"
                + SourceComments.of(type).firstSentence() + "\n";
    }

    private static String fields(Class<?> holder) {
        SourceComments comments = SourceComments.of(holder);
        return Arrays.stream(holder.getRecordComponents())
                .map(component -> "| `%s` | `%s`%s | %s |\n"
                        .formatted(
                                component.getName(),
                                Components.typeName(component),
                                Components.mayBeAbsent(component) ? " ?" : "",
                                comments.meaningOf(component.getName())))
                .collect(Collectors.joining("", "| Field | Type | Meaning |\n|---|---|---|\n", ""));
    }

    private static boolean standsForTheWhole(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonValue.class);
    }
}
