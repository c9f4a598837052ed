package jp.shomei.app.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import jp.shomei.teststores.PostgresServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class NodeLocksTest {

    private final PostgresServer.Database database = PostgresServer.running().newDatabase();
    private final AtomicBoolean failingOver = new AtomicBoolean();

    @Test
    void whatIsHeldIsAskedForAgainUntilTheServerAnswers() throws SQLException {
        try (NodeLocks locks = new NodeLocks(connections());
                NodeLocks others = new NodeLocks(database.dataSource())) {
            assertThat(locks.await(NodeLock.PRESENCE, true, Duration.ZERO)).isTrue();

            endConnections();
            failingOver.set(true);
            assertThatThrownBy(locks::keep).isInstanceOf(SQLException.class);
            failingOver.set(false);
            locks.keep();

            assertThat(others.hold(NodeLock.PRESENCE)).isFalse();
        }
    }

    private void endConnections() {
        PostgresServer.running()
                .execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = '"
                        + database.user() + "'");
    }

    /** Connections to a server that lets connect, and ends them at the first question, while it fails over. */
    private DataSource connections() {
        DataSource server = database.dataSource();
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = server.getConnection();
                return failingOver.get() ? ending(connection) : connection;
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
    }

    private static Connection ending(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                NodeLocksTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        connection.close();
                        throw new SQLException("the server fails over");
                    }
                    return method.invoke(connection, arguments);
                });
    }
}
