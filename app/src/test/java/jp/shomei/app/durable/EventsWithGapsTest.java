package jp.shomei.app.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.JdbcEventStorageEngineStatements;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsWithGapsTest {

    private static final EventSchema SCHEMA = new EventSchema();

    /** How H2 shows that it goes through an index from end to end; otherwise a condition follows the index's name. */
    private static final String WHOLE_TABLE = "PRIMARY_KEY_\\w+ \\*/|tableScan";

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection(url);
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        DurableTables.create(dataSource);
        for (long index = 1; index <= 200; index++) {
            append(index);
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void whatFilledAGapComesFirstAndThenWhatFollows() throws SQLException {
        List<Long> read = new ArrayList<>();
        try (PreparedStatement statement = EventsWithGaps.read(connection, SCHEMA, 190, 5, List.of(7L, 150L, 900L));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                read.add(rows.getLong(SCHEMA.globalIndexColumn()));
            }
        }
        assertThat(read).containsExactly(7L, 150L, 191L, 192L, 193L, 194L, 195L);
    }

    @Test
    void noLookReadsTheWholeTable() throws SQLException {
        assertThat(plan(EventsWithGaps.query(SCHEMA, 3))).doesNotContainPattern(WHOLE_TABLE);
    }

    @Test
    void axonsOwnStatementWould() throws SQLException {
        try (PreparedStatement own = JdbcEventStorageEngineStatements.readEventDataWithGaps(
                connection, SCHEMA, 190, 5, List.of(7L, 150L, 900L))) {
            String sql = own.toString();
            assertThat(plan(sql.substring(sql.indexOf("SELECT"), sql.lastIndexOf("ASC") + 3)))
                    .containsPattern(WHOLE_TABLE);
        }
    }

    private String plan(String query) throws SQLException {
        try (PreparedStatement explained = connection.prepareStatement("EXPLAIN " + query)) {
            for (int parameter = 1; parameter <= 5; parameter++) {
                explained.setLong(parameter, parameter);
            }
            try (ResultSet plan = explained.executeQuery()) {
                plan.next();
                return plan.getString(1);
            }
        }
    }

    private void append(long index) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO DomainEventEntry (globalIndex,"
                + " aggregateIdentifier, sequenceNumber, eventIdentifier, payload, payloadType, timeStamp)"
                + " VALUES (?, ?, 0, ?, '{}', 'type', '2021-03-10T00:00:00Z')")) {
            insert.setLong(1, index);
            insert.setString(2, "aggregate-" + index);
            insert.setString(3, "event-" + index);
            insert.executeUpdate();
        }
    }
}
