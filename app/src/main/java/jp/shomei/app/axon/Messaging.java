package jp.shomei.app.axon;

import jp.shomei.contracts.message.EventUpcasters;
import jp.shomei.contracts.message.MessageSerializer;
import jp.shomei.contracts.message.Metadata;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** How messages are written down, and what they hand on to the messages they cause. */
@Configuration(proxyBeanMethods = false)
public class Messaging {

    @Bean
    @Primary
    static Serializer serializer() {
        return MessageSerializer.create();
    }

    @Bean
    CorrelationDataProvider origin() {
        return new MessageOriginProvider();
    }

    @Bean
    CorrelationDataProvider actor() {
        return new SimpleCorrelationDataProvider(Metadata.ACTOR, Metadata.ROLE, Metadata.CHANNEL);
    }

    /** Wherever events are kept, they are read through these. */
    @Bean
    static EventUpcaster eventUpcasters() {
        return EventUpcasters.chain();
    }

    @Bean
    static ConfigurerModule logContext() {
        return configurer ->
                configurer.onInitialize(axon -> axon.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, () -> {
                    axon.commandBus().registerHandlerInterceptor(new LogContext<CommandMessage<?>>());
                    axon.queryBus().registerHandlerInterceptor(new LogContext<QueryMessage<?, ?>>());
                }));
    }

    /** Two handlers of one command are a mistake, found at the start. */
    @Bean
    DuplicateCommandHandlerResolver duplicateCommandHandlers() {
        return DuplicateCommandHandlerResolution.rejectDuplicates();
    }
}
