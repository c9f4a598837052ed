package jp.shomei.app.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Fills the tables of the new house: one after the other, each in one transaction, so that it is there whole or empty. */
final class RowWriter implements AutoCloseable {

    private static final int BATCH = 500;

    private final DataSource dataSource;
    private final Set<String> known;
    private final Tables tables;
    private @Nullable Filling filling;

    RowWriter(DataSource dataSource) throws SQLException {
        this.dataSource = dataSource;
        this.tables = new Tables(dataSource);
        this.known = tables.names();
    }

    /** Takes the next row; rows of a table come one after the other. */
    void write(Line.Row row) throws SQLException {
        Filling current = filling;
        if (current == null || !current.table.equals(row.table())) {
            finish();
            if (!known.contains(row.table())) {
                throw new MoveRefused(
                        "this program knows no table " + row.table() + "; import with the version that exported");
            }
            current = new Filling(row.table(), tables.count(row.table()));
            filling = current;
        }
        current.write(row);
    }

    /** Ends the last table. */
    void finish() throws SQLException {
        Filling current = filling;
        filling = null;
        if (current != null) {
            current.finish();
        }
    }

    @Override
    public void close() throws SQLException {
        Filling current = filling;
        filling = null;
        if (current != null) {
            current.connection.rollback();
            current.connection.close();
        }
    }

    /** The table that is being filled. */
    private final class Filling {

        private final String table;
        private final long before;
        private final Connection connection;
        private final Map<String, Integer> types;
        private final Optional<String> numbered;
        private final PreparedStatement insert;
        private long rows;

        Filling(String table, long before) throws SQLException {
            this.table = table;
            this.before = before;
            this.connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            this.types = Tables.columns(connection, table);
            this.numbered = Tables.numbered(connection, table);
            this.insert = connection.prepareStatement("INSERT INTO " + table + " (" + String.join(", ", types.keySet())
                    + (numbered.isPresent() ? ") OVERRIDING SYSTEM VALUE VALUES (" : ") VALUES (")
                    + String.join(", ", Collections.nCopies(types.size(), "?")) + ")");
        }

        /** A table that is filled was filled by an import that was broken off later. */
        void write(Line.Row row) throws SQLException {
            rows++;
            if (!types.keySet().containsAll(row.values().keySet())) {
                throw new MoveRefused("the table " + table + " has other columns here: "
                        + row.values().keySet() + " are not all among " + types.keySet()
                        + "; import with the version that exported");
            }
            if (before > 0) {
                return;
            }
            int place = 1;
            for (Map.Entry<String, Integer> column : types.entrySet()) {
                insert.setObject(
                        place, Tables.value(column.getValue(), row.values().get(column.getKey())));
                place++;
            }
            insert.addBatch();
            if (rows % BATCH == 0) {
                insert.executeBatch();
            }
        }

        /** Rows keep their numbers, by which other tables know them; the next row gets one after the highest. */
        private void goOnNumbering() throws SQLException {
            if (numbered.isEmpty()) {
                return;
            }
            String number = numbered.get();
            try (Statement statement = connection.createStatement()) {
                long free;
                try (ResultSet highest = statement.executeQuery("SELECT MAX(" + number + ") FROM " + table)) {
                    highest.next();
                    free = highest.getLong(1) + 1;
                }
                statement.execute("ALTER TABLE " + table + " ALTER COLUMN " + number + " RESTART WITH " + free);
            }
        }

        void finish() throws SQLException {
            try (connection;
                    insert) {
                if (before == 0) {
                    insert.executeBatch();
                }
                if (before == 0 || before == rows) {
                    goOnNumbering();
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
            if (before > 0 && before != rows) {
                throw new MoveRefused("the table " + table + " of the new house is not empty: it has " + before
                        + " rows, and the file has " + rows + ". Import into an empty one");
            }
        }
    }
}
