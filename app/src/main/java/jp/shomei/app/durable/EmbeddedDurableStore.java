package jp.shomei.app.durable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.app.time.NewestEvent;
import jp.shomei.contracts.message.EventUpcasters;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The durable store of the embedded mode: one H2 file with the events, the reactions' tokens and dead letters, and the
 * authority's escrowed keys. A commit is on disk before it returns.
 */
@Configuration(proxyBeanMethods = false)
public class EmbeddedDurableStore {

    private static final String NODE = "embedded";
    private static final int BATCH = 1_000;
    private static final int CONNECTIONS = 16;
    private static final long CONNECTION_WAIT_MILLIS = 10_000;

    @Bean(destroyMethod = "close")
    HikariDataSource connectionPool(DataDirectory data) throws SQLException {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("durable-store");
        pool.setJdbcUrl(DurableFilePath.url(data.resolve("durable/store")));
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        HikariDataSource dataSource = new HikariDataSource(pool);
        DurableTables.create(dataSource);
        return dataSource;
    }

    /** Takes a connection at the first statement: a handler that only waits for other handlers must not hold one. */
    @Bean
    @Primary
    DataSource dataSource(HikariDataSource connectionPool) {
        return new LazyConnectionDataSourceProxy(connectionPool);
    }

    @Bean
    StoreFile storeFile(HikariDataSource connectionPool) {
        return new StoreFile(connectionPool);
    }

    @Bean
    StoreHousekeeping storeHousekeeping(StoreFile file) {
        return new StoreHousekeeping(file);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    /** Axon's auto-configuration finds no transaction manager under Spring Boot 4 and would do without one. */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new JdbcSQLErrorCodesResolver();
    }

    @Bean
    EventUpcaster eventUpcasters() {
        return EventUpcasters.chain();
    }

    @Bean
    JdbcEventStorageEngine eventStorageEngine(
            Serializer serializer,
            EventUpcaster upcasters,
            ConnectionProvider connections,
            TransactionManager transactions,
            PersistenceExceptionResolver exceptions,
            StoreFile file) {
        JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(upcasters)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .persistenceExceptionResolver(exceptions)
                .readEventDataWithGaps(EventsWithGaps::read)
                .dataType(String.class)
                .batchSize(BATCH);
        return new EventsOnDisk(builder, file);
    }

    @Bean
    NewestEvent newestEvent(JdbcEventStorageEngine engine) {
        return new StoredHistory(engine);
    }

    @Bean(destroyMethod = "shutDown")
    EventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .contentType(String.class)
                .nodeId(NODE)
                .build();
    }
}
