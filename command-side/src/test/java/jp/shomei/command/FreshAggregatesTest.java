package jp.shomei.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FreshAggregatesTest {

    private static final AtomicInteger READ = new AtomicInteger();

    private final EventStorageEngine history = new InMemoryEventStorageEngine();
    private final Configuration here = node();
    private final Configuration there = node();

    @AfterEach
    void stop() {
        here.shutdown();
        there.shutdown();
    }

    @Test
    void whatAnotherNodeDecidedIsKnownHere() {
        here.commandGateway().sendAndWait(new Add("tally"));
        assertThat(here.commandGateway().<Integer>sendAndWait(new Ask("tally"))).isOne();
        there.commandGateway().sendAndWait(new Add("tally"));
        assertThat(here.commandGateway().<Integer>sendAndWait(new Ask("tally"))).isEqualTo(2);
        here.commandGateway().sendAndWait(new Add("tally"));
        assertThat(there.commandGateway().<Integer>sendAndWait(new Ask("tally")))
                .isEqualTo(3);
    }

    @Test
    void whatNobodyElseTouchedIsNotReadAgain() {
        here.commandGateway().sendAndWait(new Add("tally"));
        READ.set(0);
        here.commandGateway().sendAndWait(new Ask("tally"));
        here.commandGateway().sendAndWait(new Ask("tally"));
        assertThat(READ).hasValue(0);
    }

    private Configuration node() {
        return DefaultConfigurer.defaultConfiguration()
                .configureEventStore(axon ->
                        EmbeddedEventStore.builder().storageEngine(history).build())
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Tally.class)
                        .configureCache(axon -> new FreshAggregates(axon::eventStore)))
                .start();
    }

    /** Adds one. */
    record Add(@TargetAggregateIdentifier String id) {}

    /** Asks how many there are. */
    record Ask(@TargetAggregateIdentifier String id) {}

    /** One was added. */
    record Added(String id) {}

    /** How many were added. */
    static class Tally {

        @AggregateIdentifier
        private String id;

        private int count;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        public void handle(Add command) {
            apply(new Added(command.id()));
        }

        @CommandHandler
        public int handle(Ask command) {
            return count;
        }

        @EventSourcingHandler
        void on(Added event) {
            READ.incrementAndGet();
            id = event.id();
            count++;
        }
    }
}
