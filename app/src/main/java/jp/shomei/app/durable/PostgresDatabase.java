package jp.shomei.app.durable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import jp.shomei.app.start.StartRefused;
import jp.shomei.command.time.DailyTurn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The durable store in a PostgreSQL database, which several command nodes may share. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(PostgresConnections.URL)
class PostgresDatabase {

    /** Each reaction at work holds one, and so does whoever writes; a server takes 100 unless told otherwise. */
    private static final int CONNECTIONS = 32;

    /** No other node would know where its clock is. */
    private static final Alone SIMULATED =
            new Alone("Other nodes use this durable store: a node with --shomei.clock must be its only one.");

    private static final long CONNECTION_WAIT_MILLIS = 10_000;
    private static final Duration START = Duration.ofMinutes(2);

    @Bean
    PostgresConnections postgresConnections(Environment environment) {
        return PostgresConnections.of(environment);
    }

    /** Nodes that died leave no claims to a name that another one could come by. */
    @Bean
    NodeName nodeName() {
        return new NodeName(UUID.randomUUID().toString());
    }

    @Bean(destroyMethod = "close")
    NodeLocks nodeLocks(PostgresConnections connections) {
        DriverManagerDataSource unpooled = new DriverManagerDataSource(connections.url(), connections.properties());
        NodeLocks locks = new NodeLocks(unpooled);
        try {
            if (!locks.await(NodeLock.START, false, START)) {
                throw new StartRefused("Another node has been starting for " + START.toMinutes()
                        + " minutes. Look what it waits for, and start this one again.");
            }
            return locks;
        } catch (SQLException unreachable) {
            throw unreachable(connections, unreachable);
        }
    }

    /** Nothing is looked at in there by a node that may not be there. */
    @Bean(destroyMethod = "close")
    HikariDataSource connectionPool(PostgresConnections connections, NodePresence mayBeThere) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("durable-store");
        pool.setJdbcUrl(connections.url());
        pool.setDataSourceProperties(connections.properties());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        HikariDataSource dataSource = new HikariDataSource(pool);
        try {
            PostgresCheck.require(dataSource);
            DurableTables.create(dataSource);
            return dataSource;
        } catch (SQLException refused) {
            dataSource.close();
            throw unreachable(connections, refused);
        } catch (StartRefused unusable) {
            dataSource.close();
            throw unusable;
        }
    }

    /** The next node may start once this one has. */
    @Bean
    ApplicationListener<ContextRefreshedEvent> startIsOver(NodeLocks locks) {
        return started -> {
            try {
                locks.release(NodeLock.START);
            } catch (SQLException unreachable) {
                throw new IllegalStateException("the durable store is gone", unreachable);
            }
        };
    }

    @Bean
    NodePresence nodePresence(NodeLocks locks, Environment environment, ObjectProvider<Alone> required) {
        Optional<Alone> alone = required.stream().findFirst();
        return NodePresence.join(
                locks,
                alone.isEmpty() && environment.containsProperty("shomei.clock") ? Optional.of(SIMULATED) : alone);
    }

    @Bean
    DailyTurn dailyTurn(NodePresence presence) {
        return presence::hasDailyRun;
    }

    private static StartRefused unreachable(PostgresConnections connections, SQLException why) {
        return new StartRefused("The durable store " + connections.url() + " cannot be used: " + why.getMessage());
    }
}
