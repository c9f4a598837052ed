package jp.shomei.app.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.OptionalLong;
import javax.sql.DataSource;
import jp.shomei.app.history.HistoryDigest;
import jp.shomei.app.history.RawEvents;
import jp.shomei.app.history.StoredEvent;
import org.axonframework.common.transaction.NoTransactionManager;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** A copy of the durable store that no system runs on. What was under way when it was copied is undone when it is opened. */
final class CopiedStore implements AutoCloseable {

    private static final String SUFFIX = ".mv.db";

    private final JdbcDataSource dataSource = new JdbcDataSource();
    private final Connection held;

    private CopiedStore(Path file) throws SQLException {
        String name = file.toAbsolutePath().toString();
        dataSource.setURL("jdbc:h2:" + name.substring(0, name.length() - SUFFIX.length())
                + ";IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE;MODE=PostgreSQL");
        this.held = dataSource.getConnection();
    }

    /**
     * Opens a copy.
     *
     * @throws BackupRefused if it is damaged
     */
    static CopiedStore open(Path file) {
        try {
            return new CopiedStore(file);
        } catch (SQLException damaged) {
            throw new BackupRefused("the durable store in it cannot be opened", damaged);
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    RawEvents events() {
        return RawEvents.in(dataSource::getConnection, NoTransactionManager.INSTANCE);
    }

    /** Reads all events. */
    BackupManifest.History history() {
        HistoryDigest digest = new HistoryDigest();
        Newest newest = new Newest();
        events().forEach((event, token) -> {
            digest.add(event);
            newest.event = event;
            newest.position = token.position();
        });
        @Nullable StoredEvent last = newest.event;
        @Nullable Instant at = last == null ? null : last.timestamp();
        return new BackupManifest.History(
                digest.events(),
                newest.position.isPresent() ? newest.position.getAsLong() : null,
                last == null ? null : last.identifier(),
                at,
                digest.end());
    }

    /** Everything is in the file when this returns. */
    @Override
    public void close() {
        try (held;
                Statement statement = held.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException unclosed) {
            throw new BackupRefused("the durable store in it cannot be closed", unclosed);
        }
    }

    /** The last event seen. */
    private static final class Newest {
        private @Nullable StoredEvent event;
        private OptionalLong position = OptionalLong.empty();
    }
}
