package jp.shomei.teststores;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server on a free port of the loopback, run as an operator would run it: a commit is on disk. One is started
 * when it is first asked for, and ends with the process.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    /** A machine that builds may be busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static @Nullable PostgresServer running;

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * A database on the server.
     *
     * @param url where it is, as JDBC says it
     * @param user who owns it; needs no password
     */
    public record Database(String url, String user) {

        /** Connects anew for every connection that is asked for. */
        public DataSource dataSource() {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(url);
            dataSource.setUser(user);
            return dataSource;
        }
    }

    /** The one server that all tests of this process share. */
    public static synchronized PostgresServer running() {
        if (running == null) {
            running = start(Map.of());
        }
        return running;
    }

    /** A server of its own, with these settings of {@code postgresql.conf} besides. */
    public static PostgresServer start(Map<String, String> settings) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPGStartupWait(PATIENCE)
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", "on");
            settings.forEach(builder::setServerConfig);
            return new PostgresServer(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A new, empty database, owned by a role that may do nothing else. */
    public Database newDatabase() {
        String name = "store_" + UUID.randomUUID().toString().replace('-', '_');
        execute("CREATE ROLE " + name + " LOGIN");
        execute("CREATE DATABASE " + name + " OWNER " + name);
        return new Database(server.getJdbcUrl(name, name), name);
    }

    /** Has the server do something. */
    public void execute(String sql) {
        try (Connection connection = server.getDatabase(SUPERUSER, SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
