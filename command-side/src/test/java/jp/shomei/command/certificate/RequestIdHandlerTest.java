package jp.shomei.command.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.shomei.command.history.Restores;
import jp.shomei.contracts.backup.HistoryRestored;
import jp.shomei.contracts.certificate.ReserveRequestId;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestIdHandlerTest {

    private final InMemoryEventStorageEngine events = new InMemoryEventStorageEngine();
    private final List<Configuration> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(Configuration::shutdown);
    }

    @Test
    void numbersRunOnThroughTheDay() {
        CommandGateway node = startedAt("2021-09-02T09:00:00");
        assertThat(reserve(node)).isEqualTo("202109020000001");
        assertThat(reserve(node)).isEqualTo("202109020000002");
    }

    @Test
    void aNewDayBeginsAnew() {
        reserve(startedAt("2021-09-02T23:59:59"));
        assertThat(reserve(startedAt("2021-09-03T00:00:00"))).isEqualTo("202109030000001");
    }

    @Test
    void noNumberIsGivenTwiceAcrossRestarts() {
        Set<String> given = new HashSet<>();
        for (int restart = 0; restart < 3; restart++) {
            CommandGateway node = startedAt("2021-09-02T09:00:00");
            for (int i = 0; i < 150; i++) {
                assertThat(given.add(reserve(node))).isTrue();
            }
        }
    }

    @Test
    void noNumberIsGivenTwiceToManyAtOnce() throws Exception {
        CommandGateway node = startedAt("2021-09-02T09:00:00");
        List<Callable<String>> callers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            callers.add(() -> reserve(node));
        }
        Set<String> given = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> id : threads.invokeAll(callers)) {
                assertThat(given.add(id.get(10, TimeUnit.SECONDS))).isTrue();
            }
        }
        assertThat(given).hasSize(400);
    }

    @Test
    void noNumberComesAgainThatAHistoryGaveOutWhichWasLeftForItsBackup() {
        String backedUp = reserve(startedAt("2021-09-02T09:00:00"));
        Instant ended = Applications.at("2021-09-02T09:00:00");
        events.appendEvents(new GenericDomainEventMessage<>(
                "History", HistoryRestored.HISTORY, 0, new HistoryRestored(1, ended, ended, ended)));
        CommandGateway restored = startedAt("2021-09-02T10:00:00");
        assertThat(reserve(restored)).isEqualTo("202109020100001").isNotEqualTo(backedUp);
        assertThat(reserve(startedAt("2021-09-03T10:00:00"))).isEqualTo("202109030100001");
    }

    private static String reserve(CommandGateway node) {
        return node.sendAndWait(new ReserveRequestId(), 10, TimeUnit.SECONDS);
    }

    private CommandGateway startedAt(String local) {
        Instant now = Applications.at(local);
        Configuration configuration = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(axon -> events)
                .configureAggregate(RequestIdSequence.class)
                .registerCommandHandler(axon -> new RequestIdHandler(
                        () -> axon.repository(RequestIdSequence.class),
                        new Restores(axon::eventStore),
                        Clock.fixed(now, ZoneOffset.UTC)))
                .start();
        started.add(configuration);
        return configuration.commandGateway();
    }
}
