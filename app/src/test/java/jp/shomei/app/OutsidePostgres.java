package jp.shomei.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database for these tests, named in the environment: {@code POSTGRES_URL}, its JDBC URL, which may hold a user;
 * everything in it is thrown away. And, if these tests may take its server away, {@code POSTGRES_COMMAND}, a command that is
 * given one of the words {@code stop} and {@code start}, and returns when that is done.
 */
final class OutsidePostgres {

    private final String url;
    private final @Nullable ServerCommand command;

    private OutsidePostgres(String url, @Nullable ServerCommand command) {
        this.url = url;
        this.command = command;
    }

    /** The one that is named, without anything in it. */
    static OutsidePostgres empty() throws SQLException {
        String command = System.getenv("POSTGRES_COMMAND");
        OutsidePostgres postgres = new OutsidePostgres(
                System.getenv("POSTGRES_URL"),
                command == null || command.isBlank() ? null : new ServerCommand(command));
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        }
        return postgres;
    }

    /** What a node is told; a password it finds in the environment, as these tests do. */
    List<String> options() {
        return List.of("--spring.datasource.url=" + url);
    }

    /** Whether there is a table of this name. */
    boolean has(String table) throws SQLException {
        try (Connection connection = connect();
                ResultSet found = connection.getMetaData().getTables(null, "public", table, null)) {
            return found.next();
        }
    }

    /** Whether it may be taken away. */
    boolean canGoAway() {
        return command != null;
    }

    void stop() {
        run("stop");
    }

    void start() {
        run("start");
    }

    private void run(String word) {
        if (command == null) {
            throw new IllegalStateException("POSTGRES_COMMAND is not set");
        }
        command.run(word);
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        set(properties, "user", System.getenv("SPRING_DATASOURCE_USERNAME"));
        set(properties, "password", System.getenv("SPRING_DATASOURCE_PASSWORD"));
        return DriverManager.getConnection(url, properties);
    }

    private static void set(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
