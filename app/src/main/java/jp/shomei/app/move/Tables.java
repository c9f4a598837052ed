package jp.shomei.app.move;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import jp.shomei.app.durable.HalfMovedIn;
import jp.shomei.app.durable.TableNames;
import org.jspecify.annotations.Nullable;

/** The tables of the durable store that are neither events nor positions: whatever is there is moved. */
final class Tables {

    private static final String POSITIONS = "tokenentry";

    /** Events and positions go their own way; keys that nobody has are made anew. */
    private static final Set<String> LEFT_OUT =
            Set.of("domainevententry", "snapshotevententry", POSITIONS, "pooled_key", HalfMovedIn.TABLE);

    private final DataSource dataSource;

    Tables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes a row. */
    interface RowConsumer {

        void accept(Line.Row row) throws IOException, SQLException;
    }

    /** Their names, in order, lower case. */
    Set<String> names() throws SQLException {
        Set<String> names = TableNames.of(dataSource);
        names.removeAll(LEFT_OUT);
        return names;
    }

    /**
     * Makes sure that no system was ever started here: its reactions would keep their places, and its rows would stay.
     *
     * @throws MoveRefused if there are rows
     */
    void requireEmpty() throws SQLException {
        Set<String> filled = names();
        filled.add(POSITIONS);
        for (String table : filled) {
            if (count(table) > 0) {
                throw new MoveRefused(
                        "the new house is not empty: table " + table + " has rows. Import into an empty one");
            }
        }
    }

    long count(String table) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Every row of a table, in the order of its columns. */
    void read(String table, RowConsumer consumer) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(500);
                List<String> columns =
                        new ArrayList<>(columns(connection, table).keySet());
                try (ResultSet rows = statement.executeQuery(
                        "SELECT " + String.join(", ", columns) + " FROM " + table + " ORDER BY 1")) {
                    while (rows.next()) {
                        Map<String, @Nullable String> values = new LinkedHashMap<>();
                        for (int i = 0; i < columns.size(); i++) {
                            values.put(columns.get(i), text(rows, i + 1));
                        }
                        consumer.accept(new Line.Row(table, values));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** The column that the database numbers by itself, if there is one. */
    static Optional<String> numbered(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
            ResultSetMetaData columns = none.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (columns.isAutoIncrement(i)) {
                    return Optional.of(columns.getColumnName(i).toLowerCase(Locale.ROOT));
                }
            }
        }
        return Optional.empty();
    }

    /** A value as its column takes it. */
    static @Nullable Object value(int type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (type) {
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
                Base64.getDecoder().decode(text);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> OffsetDateTime.parse(text);
            case Types.DATE -> LocalDate.parse(text);
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> Long.valueOf(text);
            case Types.BOOLEAN, Types.BIT -> Boolean.valueOf(text);
            default -> text;
        };
    }

    /** The columns and their types. */
    static Map<String, Integer> columns(Connection connection, String table) throws SQLException {
        Map<String, Integer> types = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
            ResultSetMetaData columns = none.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                types.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), columns.getColumnType(i));
            }
        }
        return types;
    }

    /** Databases tell the same instant with different offsets. */
    private static @Nullable OffsetDateTime instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        @Nullable Object value =
                switch (row.getMetaData().getColumnType(column)) {
                    case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> row.getBytes(column);
                    case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                        instant(row.getObject(column, OffsetDateTime.class));
                    case Types.DATE -> row.getObject(column, LocalDate.class);
                    default -> row.getString(column);
                };
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        return value == null ? null : value.toString();
    }
}
