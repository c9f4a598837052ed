package jp.shomei.app.distributed;

import java.util.List;
import jp.shomei.app.axon.ConflictRetry;
import jp.shomei.app.time.NewestEvent;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.CommandPriorityCalculator;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What this system adds to Axon's own set-up for Axon Server, which {@code --axon.axonserver.enabled=true} brings: events
 * are kept there, and commands and queries go through it to a node that handles them, those about one certificate always
 * to the same one.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
public class AxonServerNode {

    @Bean
    InitializingBean safeLink(AxonServerConfiguration server) {
        return () -> SafeLink.require(server);
    }

    @Bean
    NewestEvent newestEvent(AxonServerConnectionManager server, @Qualifier("safeLink") InitializingBean safe) {
        return new ServerHistory(server);
    }

    /** Made by hand, as what makes it needs it: Axon's own waits for the configuration, which some beans of it wait for. */
    @Bean(destroyMethod = "")
    EventStore eventStore(
            AxonServerConfiguration settings,
            AxonServerConnectionManager server,
            Serializer serializer,
            EventUpcaster upcasters) {
        return AxonServerEventStore.builder()
                .configuration(settings)
                .platformConnectionManager(server)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .snapshotFilter(SnapshotFilter.allowAll())
                .upcasterChain(upcasters)
                .build();
    }

    @Bean
    @Qualifier("localSegment") SimpleCommandBus localSegment(
            TransactionManager transactions,
            List<CorrelationDataProvider> correlation,
            DuplicateCommandHandlerResolver duplicates) {
        SimpleCommandBus bus = new LocalCommandBus(SimpleCommandBus.builder()
                .transactionManager(transactions)
                .duplicateCommandHandlerResolver(duplicates));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
        return bus;
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus, ConflictRetry conflicts) {
        return new FarCommandGateway(bus, conflicts);
    }

    @Bean
    QueryGateway queryGateway(QueryBus bus) {
        return new FarQueryGateway(bus);
    }

    @Bean
    CommandPriorityCalculator commandPriorityCalculator() {
        return new Urgency();
    }

    @Bean("axon-server")
    HealthIndicator axonServerHealth(AxonServerConnectionManager server) {
        return new AxonServerHealth(server);
    }
}
