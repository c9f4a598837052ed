package jp.shomei.app.durable;

import jp.shomei.app.time.NewestEvent;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The events, in the durable store, unless Axon Server keeps them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false", matchIfMissing = true)
class DurableEvents {

    private static final int BATCH = 1_000;

    @Bean
    JdbcEventStorageEngine eventStorageEngine(
            Serializer serializer,
            EventUpcaster upcasters,
            ConnectionProvider connections,
            TransactionManager transactions,
            PersistenceExceptionResolver exceptions,
            ObjectProvider<StoreFile> embedded) {
        JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(upcasters)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .persistenceExceptionResolver(exceptions)
                .dataType(String.class)
                .batchSize(BATCH);
        StoreFile file = embedded.getIfAvailable();
        return file == null
                ? builder.build()
                : new EventsOnDisk(builder.readEventDataWithGaps(EventsWithGaps::read), file);
    }

    @Bean
    NewestEvent newestEvent(JdbcEventStorageEngine engine) {
        return new StoredHistory(engine);
    }

    @Bean(destroyMethod = "shutDown")
    EventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }
}
