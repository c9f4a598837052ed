package jp.shomei.benchmarks;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The least an aggregate can do: one event for one command, on the same buses and in the same store. */
final class Bare {

    @AggregateIdentifier
    private @Nullable String id;

    /** Does it. */
    record Do(@TargetAggregateIdentifier String id) {}

    /** It was done. */
    @Revision("1")
    record Done(String id) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    String handle(Do command) {
        AggregateLifecycle.apply(new Done(command.id()));
        return command.id();
    }

    @EventSourcingHandler
    void on(Done event) {
        id = event.id();
    }

    /** Brings it into the program. */
    @Configuration(proxyBeanMethods = false)
    static class Setting {

        @Bean
        static ConfigurerModule bareAggregate() {
            return configurer -> configurer.configureAggregate(Bare.class);
        }
    }
}
