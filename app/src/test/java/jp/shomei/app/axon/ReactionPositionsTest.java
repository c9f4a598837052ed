package jp.shomei.app.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.shomei.app.durable.StoreContext;
import jp.shomei.app.durable.StoredPositions;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.notice.NoticeDelivered;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.teststores.TestStore;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** How far reactions have come, over the store they run on. */
@ParameterizedClass
@EnumSource(TestStore.class)
class ReactionPositionsTest {

    private static final String GROUP = "notice-preparation";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final StoreContext database;

    @TempDir
    Path scratch;

    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile boolean refused;
    private AnnotationConfigApplicationContext store;
    private Configuration axon;
    private ReactionPositions positions;
    private int published;

    ReactionPositionsTest(TestStore kind) {
        this.database = StoreContext.of(kind);
    }

    @BeforeEach
    void start() {
        store = database.node(scratch.resolve("data"));
        store.refresh();
        axon = reactions().start();
        positions = new ReactionPositions(() -> axon, store.getBean(StoredPositions.class));
    }

    @AfterEach
    void stop() {
        gate.countDown();
        axon.shutdown();
        store.close();
    }

    @Test
    void nothingIsWaitedForBeforeTheFirstEvent() {
        positions.await(GROUP, SHORT);
        assertThat(done).hasValue(0);
    }

    @Test
    void whatTheNewestEventAsksForIsDoneOnceTheWaitIsOver() {
        for (int round = 1; round <= 50; round++) {
            cancel();
            positions.await(GROUP, LONG);
            assertThat(done).hasValue(round);
        }
    }

    @Test
    void anEventThatNobodyReactsToIsComeBy() {
        cancel();
        publish("N1", new NoticeDelivered("N1", LocalDate.of(2021, 3, 12)));
        positions.await(GROUP, LONG);
        assertThat(done).hasValue(1);
    }

    @Test
    void aReactionThatWaitsToBeRetriedHoldsNothingUp() {
        refused = true;
        cancel();
        positions.await(GROUP, LONG);
        assertThat(axon.eventProcessingConfiguration()
                        .deadLetterQueue(GROUP)
                        .orElseThrow()
                        .size())
                .isOne();
    }

    @Test
    void aReactionThatIsNotDoneInTimeIsTold() {
        closed = true;
        cancel();
        assertThatIllegalStateException()
                .isThrownBy(() -> positions.await(GROUP, SHORT))
                .withMessageContaining(GROUP);

        gate.countDown();
        positions.await(GROUP, LONG);
        assertThat(done).hasValue(1);
    }

    @Test
    void nobodyIsWaitedForWhoIsNotThere() {
        cancel();
        assertThatIllegalStateException().isThrownBy(() -> positions.await("nobody", LONG));
    }

    private Configurer reactions() {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(axon -> store.getBean(EventStore.class))
                .configureSerializer(axon -> store.getBean(Serializer.class))
                .configureTransactionManager(axon -> store.getBean(TransactionManager.class))
                .registerComponent(TokenStore.class, axon -> store.getBean(TokenStore.class))
                .registerMessageHandler(axon -> new WhenCancelledThenCount());
        Reactions.reactionProcessors(
                        store.getBean(ConnectionProvider.class),
                        store.getBean(TransactionManager.class),
                        store.getBean(Serializer.class))
                .configureModule(configurer);
        return configurer;
    }

    private void cancel() {
        String requestId = "20210310%07d".formatted(++published);
        publish(requestId, new CertificateCancelled(requestId, LocalDate.of(2021, 3, 10)));
    }

    private void publish(String aggregate, Object event) {
        store.getBean(EventStore.class).publish(new GenericDomainEventMessage<>("Any", aggregate, 0, event));
    }

    @ProcessingGroup(GROUP)
    final class WhenCancelledThenCount {

        @EventHandler
        void on(CertificateCancelled event) throws InterruptedException {
            if (closed && !gate.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody opened");
            }
            if (refused) {
                throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
            }
            done.incrementAndGet();
        }
    }
}
