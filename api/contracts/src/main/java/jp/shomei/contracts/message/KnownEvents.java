package jp.shomei.contracts.message;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/**
 * Lets through what a release knows, and stops at what a newer one stored. Without it an event of an unknown type would be
 * passed over as if nobody wanted it, and one of a newer revision read as if it were of today's, without what is new.
 */
public final class KnownEvents implements EventUpcaster {

    private final Function<String, Optional<String>> revisions;
    private final Set<SerializedType> known = ConcurrentHashMap.newKeySet();

    /**
     * What some release knows.
     *
     * @param revisions today's revision of an event by its stored name, empty if it has none; nothing but an exception for a
     *     type that is not known
     */
    public KnownEvents(Function<String, Optional<String>> revisions) {
        this.revisions = revisions;
    }

    /** What this release knows: its classes, each with its revision. */
    static KnownEvents ofThisRelease() {
        AnnotationRevisionResolver annotations = new AnnotationRevisionResolver();
        return new KnownEvents(type -> Optional.ofNullable(annotations.revisionOf(payload(type))));
    }

    /**
     * The events as they are.
     *
     * @throws UnknownEvent at the first that the release does not know
     */
    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return events.peek(event -> require(event.getType()));
    }

    private void require(SerializedType type) {
        if (!known.contains(type)) {
            if (!revisions.apply(type.getName()).equals(Optional.ofNullable(type.getRevision()))) {
                throw new UnknownEvent(type.getName(), type.getRevision());
            }
            known.add(type);
        }
    }

    private static Class<?> payload(String type) {
        try {
            return Class.forName(type, false, KnownEvents.class.getClassLoader());
        } catch (ClassNotFoundException newer) {
            throw new UnknownEvent(type, null);
        }
    }
}
