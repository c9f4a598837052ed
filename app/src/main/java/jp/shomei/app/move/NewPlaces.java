package jp.shomei.app.move;

import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.shomei.app.history.RawEvents;
import jp.shomei.app.history.StoredEvent;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;

/** Which places the events have in the new house at which reactions stand, or which they could not do. */
final class NewPlaces {

    private final Set<String> wanted = new HashSet<>();
    private final Map<String, TrackingToken> places = new HashMap<>();

    /** Looks out for an event. */
    void want(String event) {
        wanted.add(event);
    }

    /** Looks out for the events of a position. */
    void want(ReactionPosition position) {
        position.left().forEach(this::want);
        if (position.lastEvent() != null) {
            want(position.lastEvent());
        }
    }

    /** Learns where an event is. */
    void see(StoredEvent event, TrackingToken token) {
        if (wanted.contains(event.identifier())) {
            places.put(event.identifier(), token);
        }
    }

    /**
     * Makes sure that every event was seen.
     *
     * @throws MoveRefused if one was not
     */
    void requireAll() {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(places.keySet());
        if (!missing.isEmpty()) {
            throw new MoveRefused("a reaction stands at events that are not in the file: " + missing);
        }
    }

    /** A dead letter, its event at its place in the new house. */
    Line.Row letter(Line.Row letter) {
        TrackingToken place = places.get(String.valueOf(letter.values().get("eventidentifier")));
        if (place == null || letter.values().get("token") == null) {
            return letter;
        }
        SerializedObject<byte[]> written = RawEvents.SERIALIZER.serialize(place, byte[].class);
        Map<String, @Nullable String> values = new HashMap<>(letter.values());
        values.put("tokentype", written.getType().getName());
        values.put("token", Base64.getEncoder().encodeToString(written.getData()));
        return new Line.Row(letter.table(), values);
    }

    /** The token of a reaction in the new house; none if it is at the beginning. */
    @Nullable TrackingToken of(ReactionPosition position) {
        if (position.lastEvent() == null) {
            return null;
        }
        TrackingToken token = place(position.lastEvent());
        if (position.left().isEmpty()) {
            return token;
        }
        if (!(token instanceof GapAwareTrackingToken gapAware)) {
            throw new IllegalStateException(position.processor() + " cannot leave out events here");
        }
        Set<Long> gaps = new TreeSet<>(gapAware.getGaps());
        position.left().forEach(event -> gaps.add(place(event).position().orElseThrow()));
        return GapAwareTrackingToken.newInstance(gapAware.getIndex(), gaps);
    }

    private TrackingToken place(String event) {
        TrackingToken token = places.get(event);
        if (token == null) {
            throw new IllegalStateException("event " + event + " was found and is gone");
        }
        return token;
    }
}
