package jp.shomei.app.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import jp.shomei.app.Await;
import jp.shomei.app.durable.StoreContext;
import jp.shomei.app.durable.StoredPositions;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.teststores.TestStore;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Two nodes on one PostgreSQL: a reaction is one node's at a time, and goes on when that node dies. */
class ReactionsOfTwoNodesTest {

    private static final String GROUP = "notice-preparation";

    @TempDir
    Path scratch;

    private final StoreContext database = StoreContext.of(TestStore.POSTGRESQL);
    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(Node::stop);
    }

    @Test
    void everyEventIsReactedToOnceAndByTheOtherNodeOnceTheFirstIsGone() {
        Node first = start();
        first.cancel(0, 5);
        Await.until(() -> first.done.size() == 5);
        Node second = start();
        second.cancel(5, 10);
        Await.until(() -> first.done.size() == 10);
        assertThat(second.done).isEmpty();
        Await.until(() -> second.comeBy() && first.comeBy());

        // as if it had died: it releases nothing, and its connections are gone
        first.cutOff();
        second.cancel(10, 15);
        Await.until(() -> second.done.size() == 5);
        assertThat(first.done).hasSize(10);
        assertThat(second.done).containsExactly("10", "11", "12", "13", "14");
    }

    private Node start() {
        Node node = new Node(database.node(scratch.resolve("node-" + nodes.size())));
        nodes.add(node);
        return node;
    }

    /** One of them. */
    private static final class Node {

        private final AnnotationConfigApplicationContext store;
        private final Configuration axon;
        private final ReactionPositions positions;
        private final List<String> done = new CopyOnWriteArrayList<>();

        Node(AnnotationConfigApplicationContext store) {
            this.store = store;
            store.refresh();
            Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                    .configureEventStore(axon -> store.getBean(EventStore.class))
                    .configureSerializer(axon -> store.getBean(Serializer.class))
                    .configureTransactionManager(axon -> store.getBean(TransactionManager.class))
                    .registerComponent(TokenStore.class, axon -> store.getBean(TokenStore.class))
                    .registerMessageHandler(axon -> new WhenCancelledThenNote(done));
            Reactions.reactionProcessors(
                            store.getBean(ConnectionProvider.class),
                            store.getBean(TransactionManager.class),
                            store.getBean(Serializer.class))
                    .configureModule(configurer);
            this.axon = configurer.start();
            this.positions = new ReactionPositions(() -> axon, store.getBean(StoredPositions.class));
        }

        void cancel(int from, int to) {
            LongStream.range(from, to).forEach(number -> store.getBean(EventStore.class)
                    .publish(new GenericDomainEventMessage<>(
                            "Certificate",
                            String.valueOf(number),
                            0,
                            new CertificateCancelled(String.valueOf(number), LocalDate.of(2021, 3, 10)))));
        }

        boolean comeBy() {
            positions.await(GROUP, Duration.ofSeconds(20));
            return true;
        }

        void cutOff() {
            store.getBean(HikariDataSource.class).close();
        }

        void stop() {
            axon.eventProcessingConfiguration()
                    .eventProcessor(GROUP, StreamingEventProcessor.class)
                    .ifPresent(StreamingEventProcessor::shutDown);
            axon.shutdown();
            store.close();
        }
    }

    /** Notes what it sees. */
    @ProcessingGroup(GROUP)
    private record WhenCancelledThenNote(List<String> done) {

        @EventHandler
        void on(CertificateCancelled event) {
            done.add(event.requestId());
        }
    }
}
