package jp.shomei.app.durable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/** The durable store's file, as H2 keeps it below the tables. */
final class StoreFile {

    private final DataSource dataSource;

    StoreFile(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns when everything that can be seen in the tables is on disk. */
    void flush() throws SQLException {
        with(MVStore::commit);
    }

    /** Works on the file. */
    void with(Consumer<MVStore> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            JdbcConnection h2 = connection.unwrap(JdbcConnection.class);
            work.accept(
                    ((SessionLocal) h2.getSession()).getDatabase().getStore().getMvStore());
        }
    }
}
