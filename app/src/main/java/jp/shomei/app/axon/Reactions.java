package jp.shomei.app.axon;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import jp.shomei.app.durable.StoredPositions;
import jp.shomei.contracts.deadletter.KeepWithCause;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The event processors that act on events. Their tokens and dead letters lie beside the events, since a reaction must
 * never be forgotten and never be replayed; they begin with the very first event, but for those that a history from before
 * them is no matter of.
 */
@Configuration(proxyBeanMethods = false)
public class Reactions {

    /** Every reaction, by its processing group. */
    public static final List<String> GROUPS = List.of(
            "notice-preparation",
            "signing-completion",
            "reference-edition",
            "status-register",
            "compromised-keys",
            "escrow-destruction",
            "posting-archive",
            "mail",
            "fee-charging",
            "nonpayment-revocation");

    /** A release that can write mails sends nobody mails about what happened before it. */
    private static final Set<String> NOT_OF_THE_PAST = Set.of("mail");

    @Bean
    static ConfigurerModule reactionProcessors(
            ConnectionProvider connections, TransactionManager transactions, Serializer serializer) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            for (String group : GROUPS) {
                processing.registerTrackingEventProcessor(
                        group, axon -> axon.eventStore(), axon -> oneAfterAnother(group));
                processing.registerTransactionManager(group, axon -> transactions);
                processing.registerDeadLetterPolicy(group, axon -> new KeepWithCause(group));
                processing.registerDeadLetterQueue(
                        group, axon -> deadLetters(group, connections, transactions, serializer));
            }
        };
    }

    @Bean
    DeadReactionRetry deadReactionRetry(org.axonframework.config.EventProcessingConfiguration processing) {
        return new DeadReactionRetry(processing, GROUPS);
    }

    @Bean(destroyMethod = "close")
    static DeadReactions deadReactions(
            ObjectProvider<org.axonframework.config.Configuration> axon, DataSource dataSource) {
        return new DeadReactions(() -> axon.getObject().eventProcessingConfiguration(), GROUPS, dataSource);
    }

    @Bean
    DeadReactionHandler deadReactionHandler(DeadReactions dead, CommandGateway commands) {
        return new DeadReactionHandler(dead, commands);
    }

    @Bean
    ReactionPositions reactionPositions(
            ObjectProvider<org.axonframework.config.Configuration> axon, StoredPositions positions) {
        return new ReactionPositions(axon::getObject, positions);
    }

    /** A tracking processor, since the embedded event store wakes these at once, and pooled ones after half a second. */
    private static TrackingEventProcessorConfiguration oneAfterAnother(String group) {
        return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andInitialTrackingToken(
                        NOT_OF_THE_PAST.contains(group)
                                ? StreamableMessageSource::createHeadToken
                                : StreamableMessageSource::createTailToken);
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> deadLetters(
            String group, ConnectionProvider connections, TransactionManager transactions, Serializer serializer) {
        return JdbcSequencedDeadLetterQueue.builder()
                .processingGroup(group)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .genericSerializer(serializer)
                .eventSerializer(serializer)
                .build();
    }
}
