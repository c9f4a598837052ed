package jp.shomei.app.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/**
 * Reads the events after a position, and those that may have filled gaps before it. Axon's own statement asks for both
 * with an OR, for which H2 reads the whole table at every look; H2 leaves gaps in its numbers at every crash. Asked for
 * one after the other, both are found by the primary key.
 */
final class EventsWithGaps {

    private EventsWithGaps() {}

    static PreparedStatement read(
            Connection connection, EventSchema schema, long globalIndex, int batchSize, List<Long> gaps)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query(schema, gaps.size()));
        statement.setLong(1, globalIndex);
        statement.setLong(2, globalIndex + batchSize);
        for (int i = 0; i < gaps.size(); i++) {
            statement.setLong(i + 3, gaps.get(i));
        }
        return statement;
    }

    static String query(EventSchema schema, int gaps) {
        String index = schema.globalIndexColumn();
        String select = "SELECT " + schema.trackedEventFields() + " FROM " + schema.domainEventTable() + " WHERE ";
        return select + index + " > ? AND " + index + " <= ? UNION ALL " + select + index + " IN ("
                + String.join(",", Collections.nCopies(gaps, "?")) + ") ORDER BY " + index;
    }
}
