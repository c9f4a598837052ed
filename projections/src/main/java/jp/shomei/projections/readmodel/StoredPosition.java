package jp.shomei.projections.readmodel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How far a generation has come, as it is stored: by whichever process keeps it, and without claiming it. */
final class StoredPosition {

    private final MongoCollection<Document> tokens;
    private final Serializer serializer;

    StoredPosition(ReadModelSurroundings surroundings) {
        this.tokens = surroundings.template().trackingTokensCollection();
        this.serializer = surroundings.serializer();
    }

    /** Number of the last event it has come by, the least of its segments'; none before the first. */
    OptionalLong of(Generation generation) {
        List<Document> segments =
                tokens.find(Filters.eq("processorName", generation.name())).into(new ArrayList<>());
        return segments.stream().mapToLong(segment -> position(segment).orElse(-1)).min().stream()
                .filter(number -> number >= 0)
                .findFirst();
    }

    /** The furthest that one of them has come; -1 if none has come by any event. */
    long furthest(Stream<Generation> generations) {
        return generations
                .mapToLong(generation -> of(generation).orElse(-1))
                .max()
                .orElse(-1);
    }

    private OptionalLong position(Document segment) {
        String token = segment.getString("token");
        if (token == null) {
            return OptionalLong.empty();
        }
        @Nullable TrackingToken read = serializer.deserialize(
                new SimpleSerializedObject<>(token, String.class, segment.getString("tokenType"), null));
        return read == null ? OptionalLong.empty() : read.position();
    }
}
