package jp.shomei.app.durable;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the reactions have come, as their tokens tell, whichever node they run on. */
public final class StoredPositions {

    private final JdbcClient database;
    private final Serializer serializer;

    /** Reads the tokens in this durable store. */
    public StoredPositions(DataSource dataSource, Serializer serializer) {
        this.database = JdbcClient.create(dataSource);
        this.serializer = serializer;
    }

    /**
     * The position that every part of a reaction has reached; empty if it has not begun, or there is none of this name.
     *
     * @param group its processing group
     */
    public OptionalLong of(String group) {
        List<OptionalLong> segments = database.sql("SELECT token, tokenType FROM TokenEntry WHERE processorName = ?")
                .param(group)
                .query((row, number) -> position(row.getString(1), row.getString(2)))
                .list();
        return segments.stream().anyMatch(OptionalLong::isEmpty)
                ? OptionalLong.empty()
                : segments.stream().mapToLong(OptionalLong::getAsLong).min();
    }

    private OptionalLong position(@Nullable String token, @Nullable String type) {
        if (token == null) {
            return OptionalLong.empty();
        }
        TrackingToken read = serializer.deserialize(
                new SimpleSerializedObject<>(token, String.class, Objects.requireNonNull(type), null));
        return read.position();
    }
}
