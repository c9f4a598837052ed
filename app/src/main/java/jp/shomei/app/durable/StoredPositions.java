package jp.shomei.app.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** How far reactions have come, as it is stored: by whichever node runs them, and without claiming them. */
public final class StoredPositions {

    private static final String TOKENS = "SELECT token, tokenType FROM TokenEntry WHERE processorName = ?";
    private static final long BEFORE_THE_FIRST = -1;

    private final DataSource dataSource;
    private final Serializer serializer;

    StoredPositions(DataSource dataSource, Serializer serializer) {
        this.dataSource = dataSource;
        this.serializer = serializer;
    }

    /**
     * Number of the last event that a processing group has come by, the least of its segments'; -1 before the first, and
     * none if it has never run.
     */
    public OptionalLong of(String group) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(TOKENS)) {
            statement.setString(1, group);
            try (ResultSet segments = statement.executeQuery()) {
                OptionalLong least = OptionalLong.empty();
                while (segments.next()) {
                    long one = position(segments.getString(1), segments.getString(2));
                    least = OptionalLong.of(Math.min(one, least.orElse(one)));
                }
                return least;
            }
        } catch (SQLException unavailable) {
            throw new IllegalStateException("the positions of " + group + " cannot be read", unavailable);
        }
    }

    private long position(@Nullable String token, @Nullable String type) {
        if (token == null || type == null) {
            return BEFORE_THE_FIRST;
        }
        @Nullable TrackingToken read = serializer.deserialize(new SimpleSerializedObject<>(token, String.class, type, null));
        return read == null ? BEFORE_THE_FIRST : read.position().orElse(BEFORE_THE_FIRST);
    }
}
