package jp.shomei.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import jp.shomei.ca.watch.Measure;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a reaction that this node could run and another one runs. */
class ReactionReadingsTest {

    private static final String GROUP = "letters";

    private Configuration axon;

    @BeforeEach
    void letTheOtherNodeRunIt() {
        DefaultConfigurer configurer = (DefaultConfigurer) DefaultConfigurer.defaultConfiguration(false);
        configurer.configureEmbeddedEventStore(built -> new InMemoryEventStorageEngine());
        configurer.eventProcessing(processing ->
                processing.registerPooledStreamingEventProcessor(GROUP).registerEventHandler(built -> new Letters()));
        axon = configurer.start();
        axon.eventProcessingConfiguration().eventProcessor(GROUP).orElseThrow().shutDown();
        axon.eventStore().publish(new GenericEventMessage<>("first"), new GenericEventMessage<>("second"));
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void whatAnotherNodeHasComeByIsNotBehind() {
        assertThat(behind(1)).isZero();
    }

    @Test
    void whatNoNodeHasComeByIsBehind() {
        assertThat(behind(0)).isEqualTo(1);
    }

    private double behind(long position) {
        List<Measure> measures =
                new ReactionReadings(() -> axon, List.of(GROUP), group -> OptionalLong.of(position)).get();
        return measures.stream()
                .filter(one -> one.name().equals("reaction.behind.events"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @ProcessingGroup(GROUP)
    static final class Letters {

        @EventHandler
        void on(String event) {}
    }
}
