package jp.shomei.app.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import jp.shomei.app.axon.Reactions;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.jspecify.annotations.Nullable;

/** Reads how far the reactions of the old house have come. */
final class Positions {

    private final DataSource dataSource;
    private final TokenStore tokens;
    private final EventSchema schema = new EventSchema();

    Positions(DataSource dataSource, TokenStore tokens) {
        this.dataSource = dataSource;
        this.tokens = tokens;
    }

    List<ReactionPosition> read() throws SQLException {
        List<ReactionPosition> positions = new ArrayList<>();
        for (String group : Reactions.GROUPS) {
            for (int segment : tokens.fetchSegments(group)) {
                TrackingToken token = tokens.fetchToken(group, segment);
                tokens.releaseClaim(group, segment);
                positions.add(position(group, segment, token));
            }
        }
        return positions;
    }

    /** Events of the old house's dead letters. */
    List<String> deadLetters() throws SQLException {
        return identifiers("SELECT DISTINCT eventIdentifier FROM DeadLetterEntry", List.of());
    }

    private ReactionPosition position(String group, int segment, @Nullable TrackingToken token) throws SQLException {
        if (token == null) {
            return new ReactionPosition(group, segment, null, List.of());
        }
        OptionalLong index = token.position();
        if (index.isEmpty() || !(token instanceof GapAwareTrackingToken gapAware)) {
            throw new MoveRefused(group + " is at a place that cannot be moved: " + token
                    + ". Start the system once more, let it come to rest, stop it, and export again");
        }
        List<Long> gaps = List.copyOf(gapAware.getGaps());
        String marks = gaps.isEmpty()
                ? "NULL"
                : String.join(",", gaps.stream().map(gap -> "?").toList());
        String events = " FROM " + schema.domainEventTable() + " WHERE " + schema.globalIndexColumn();
        List<String> left = gaps.isEmpty()
                ? List.of()
                : identifiers("SELECT " + schema.eventIdentifierColumn() + events + " IN (" + marks + ")", gaps);
        List<Long> parameters = new ArrayList<>(List.of(index.getAsLong()));
        parameters.addAll(gaps);
        List<String> last = identifiers(
                "SELECT " + schema.eventIdentifierColumn() + events + " <= ?"
                        + (gaps.isEmpty() ? "" : " AND " + schema.globalIndexColumn() + " NOT IN (" + marks + ")")
                        + " ORDER BY " + schema.globalIndexColumn() + " DESC FETCH FIRST 1 ROWS ONLY",
                parameters);
        return new ReactionPosition(group, segment, last.isEmpty() ? null : last.getFirst(), left);
    }

    private List<String> identifiers(String query, List<Long> parameters) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setLong(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
