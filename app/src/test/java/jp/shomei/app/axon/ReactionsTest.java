package jp.shomei.app.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import jp.shomei.app.Await;
import jp.shomei.app.durable.StoreContext;
import jp.shomei.app.health.ReactionsHealth;
import jp.shomei.app.health.ReactionsHealth.Standing;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.teststores.TestStore;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Reactions over the store they run on, some of whose commands fail. */
@ParameterizedClass
@EnumSource(TestStore.class)
class ReactionsTest {

    private static final String GROUP = Reactions.GROUPS.getFirst();
    private static final String FIRST = "202103100000001";
    private static final String SECOND = "202103100000002";
    private static final String THIRD = "202103100000003";

    private final StoreContext database;

    @TempDir
    Path scratch;

    private final List<Act> done = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> sequences = new HashMap<>();
    private AnnotationConfigApplicationContext store;
    private Configuration axon;
    private DeadReactionRetry retry;

    ReactionsTest(TestStore kind) {
        this.database = StoreContext.of(kind);
    }

    @BeforeEach
    void start() {
        start(also -> also);
    }

    private void start(UnaryOperator<Configurer> also) {
        store = database.node(scratch.resolve("data"));
        store.refresh();
        axon = also.apply(reactions()).start();
        retry = new DeadReactionRetry(axon.eventProcessingConfiguration(), Reactions.GROUPS);
    }

    @AfterEach
    void stop() {
        axon.shutdown();
        store.close();
    }

    @Test
    void anErrorStopsAReactionOnlyUntilTheNextRound() {
        broken.add(FIRST);
        cancel(FIRST);
        Await.until(() -> processor().isError());
        broken.clear();
        cancel(SECOND);

        Await.until(() -> {
            retry.retry();
            return done.equals(List.of(new Act(FIRST, 0), new Act(SECOND, 0)));
        });
        assertThat(processor().isError()).isFalse();
        assertThat(deadLetters()).isZero();
    }

    @Test
    void whatIsRefusedWaitsWithItsFollowersWhileOthersGoOn() {
        refused.add(FIRST);
        cancel(FIRST, FIRST, SECOND);

        Await.until(() -> done.equals(List.of(new Act(SECOND, 0))));
        Await.until(() -> deadLetters() == 2);
    }

    @Test
    void whatWasRefusedIsDoneInOrder() {
        refused.add(FIRST);
        cancel(FIRST, FIRST);
        Await.until(() -> deadLetters() == 2);
        retry.retry();
        assertThat(done).isEmpty();
        refused.clear();

        retry.retry();
        cancel(FIRST);

        Await.until(() -> done.equals(List.of(new Act(FIRST, 0), new Act(FIRST, 1), new Act(FIRST, 2))));
        assertThat(deadLetters()).isZero();
    }

    @Test
    void whatIsRefusedAgainHoldsUpNothingElse() {
        refused.addAll(List.of(FIRST, SECOND, THIRD));
        cancel(FIRST, SECOND, THIRD);
        Await.until(() -> deadLetters() == 3);
        refused.removeAll(List.of(SECOND, THIRD));

        retry.retry();

        assertThat(done).containsExactly(new Act(SECOND, 0), new Act(THIRD, 0));
        assertThat(deadLetters()).isOne();
    }

    @Test
    void anErrorInARetryCountsAsARefusal() {
        refused.addAll(List.of(FIRST, SECOND));
        cancel(FIRST, SECOND);
        Await.until(() -> deadLetters() == 2);
        refused.clear();
        broken.add(FIRST);

        retry.retry();

        assertThat(done).containsExactly(new Act(SECOND, 0));
        assertThat(deadLetters()).isOne();
    }

    @Test
    void whatWasRefusedIsDoneAfterARestart() {
        refused.add(FIRST);
        cancel(FIRST);
        Await.until(() -> deadLetters() == 1);
        stop();
        refused.clear();
        start();

        retry.retry();

        assertThat(done).containsExactly(new Act(FIRST, 0));
        assertThat(deadLetters()).isZero();
    }

    @Test
    void anOperatorIsToldWhatWaits() {
        Await.until(() -> processor().isRunning());
        assertThat(health())
                .isEqualTo(Health.up()
                        .withDetail(GROUP, new Standing(State.RUNNING, 0))
                        .build());
        refused.add(FIRST);
        cancel(FIRST, FIRST);
        Await.until(() -> deadLetters() == 2);

        assertThat(health())
                .isEqualTo(Health.status("DEGRADED")
                        .withDetail(GROUP, new Standing(State.RUNNING, 2))
                        .build());
    }

    @Test
    void anOperatorIsToldThatAReactionWasStopped() {
        broken.add(FIRST);
        cancel(FIRST);
        Await.until(() -> processor().isError());

        assertThat(health())
                .isEqualTo(Health.status("DEGRADED")
                        .withDetail(GROUP, new Standing(State.FAILING, 0))
                        .build());
    }

    @Test
    void aReleaseThatBeginsToWriteMailsWritesNoneAboutThePast() {
        cancel(FIRST);
        Await.until(() -> done.equals(List.of(new Act(FIRST, 0))));
        stop();
        List<String> mailed = new CopyOnWriteArrayList<>();
        start(release -> release.registerMessageHandler(begun -> new WhenCancelledThenMail(mailed)));
        EventProcessor mails =
                axon.eventProcessingConfiguration().eventProcessor("mail").orElseThrow();
        Await.until(() -> !((StreamingEventProcessor) mails).processingStatus().isEmpty());

        cancel(SECOND);

        Await.until(() -> mailed.contains(SECOND));
        assertThat(mailed).containsExactly(SECOND);
    }

    private Health health() {
        return new ReactionsHealth(axon.eventProcessingConfiguration(), Reactions.GROUPS).health();
    }

    private Configurer reactions() {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(axon -> store.getBean(EventStore.class))
                .configureSerializer(axon -> store.getBean(Serializer.class))
                .configureTransactionManager(axon -> store.getBean(TransactionManager.class))
                .registerComponent(TokenStore.class, axon -> store.getBean(TokenStore.class))
                .registerCommandHandler(axon -> new Office())
                .registerMessageHandler(axon -> new WhenCancelledThenAct(axon.commandGateway()));
        Reactions.reactionProcessors(
                        store.getBean(ConnectionProvider.class),
                        store.getBean(TransactionManager.class),
                        store.getBean(Serializer.class))
                .configureModule(configurer);
        return configurer;
    }

    private void cancel(String... requestIds) {
        for (String requestId : requestIds) {
            long sequence = sequences.merge(requestId, 0L, (before, first) -> before + 1);
            store.getBean(EventStore.class)
                    .publish(new GenericDomainEventMessage<>(
                            "Certificate",
                            requestId,
                            sequence,
                            new CertificateCancelled(requestId, LocalDate.of(2021, 3, 10))));
        }
    }

    private EventProcessor processor() {
        return axon.eventProcessingConfiguration().eventProcessor(GROUP).orElseThrow();
    }

    private long deadLetters() {
        return axon.eventProcessingConfiguration()
                .deadLetterQueue(GROUP)
                .orElseThrow()
                .size();
    }

    record Act(String requestId, long sequence) {}

    @ProcessingGroup("notice-preparation")
    static final class WhenCancelledThenAct {

        private final CommandGateway commands;

        WhenCancelledThenAct(CommandGateway commands) {
            this.commands = commands;
        }

        @EventHandler
        void on(CertificateCancelled event, @SequenceNumber long sequence) {
            commands.sendAndWait(new Act(event.requestId(), sequence), 5, TimeUnit.SECONDS);
        }
    }

    @ProcessingGroup("mail")
    record WhenCancelledThenMail(List<String> mailed) {

        @EventHandler
        void on(CertificateCancelled event) {
            mailed.add(event.requestId());
        }
    }

    final class Office {

        @CommandHandler
        void handle(Act act) {
            if (broken.contains(act.requestId())) {
                throw new StackOverflowError("broken");
            }
            if (refused.contains(act.requestId())) {
                throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
            }
            done.add(act);
        }
    }
}
