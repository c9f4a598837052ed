package jp.shomei.app.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import jp.shomei.app.Await;
import jp.shomei.app.durable.DurableStore;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.command.deadletter.SkippedEvents;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.deadletter.DeadLetterCause;
import jp.shomei.contracts.deadletter.DeadLetterId;
import jp.shomei.contracts.deadletter.DeadLetterKind;
import jp.shomei.contracts.deadletter.DeadLetterPage;
import jp.shomei.contracts.deadletter.DeadLetterRetried;
import jp.shomei.contracts.deadletter.DeadLetterView;
import jp.shomei.contracts.deadletter.EventSkipped;
import jp.shomei.contracts.deadletter.FindReactionDeadLetter;
import jp.shomei.contracts.deadletter.ListReactionDeadLetters;
import jp.shomei.contracts.deadletter.RetryReactionDeadLetter;
import jp.shomei.contracts.deadletter.SkipReactionDeadLetter;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What an operator is told of events that reactions could not act on, and what he can do, over the store they run on. */
class DeadReactionsTest {

    private static final String FIRST = "202103100000001";
    private static final String SECOND = "202103100000002";
    private static final String THIRD = "202103100000003";
    private static final Map<String, String> OPERATOR = Map.of(Metadata.ACTOR, "operator-1", Metadata.ROLE, "operator");

    @TempDir
    Path scratch;

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> sequences = new HashMap<>();
    private AnnotationConfigApplicationContext store;
    private Configuration axon;
    private DeadReactions dead;

    @BeforeEach
    void start() {
        store = new AnnotationConfigApplicationContext();
        store.registerBean(DataDirectory.class, () -> DataDirectory.open(scratch.resolve("data")));
        store.register(DurableStore.class, Messaging.class);
        store.refresh();
        dead = new DeadReactions(
                () -> axon.eventProcessingConfiguration(), Reactions.GROUPS, store.getBean(DataSource.class));
        axon = configured().start();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
        dead.close();
        store.close();
    }

    @Test
    void tellsTheFirstOfEachAggregateWithItsCauseAndWhatWaitsBehindIt() {
        refused.add(FIRST);
        cancel(FIRST, FIRST, FIRST);
        Await.until(() -> size() == 3);

        assertThat(list(null, 50).items())
                .singleElement()
                .returns("CertificateCancelled", DeadLetterView::eventType)
                .returns(FIRST, DeadLetterView::aggregate)
                .returns(0L, DeadLetterView::sequence)
                .returns(1, DeadLetterView::attempts)
                .returns(DeadLetterCause.REFUSED, DeadLetterView::cause)
                .returns(ErrorCode.TEMPORARILY_UNAVAILABLE, DeadLetterView::refusal)
                .returns(2L, DeadLetterView::behind)
                .satisfies(view -> assertThat(find(view.id())).contains(view))
                .satisfies(view -> assertThat(view.id().group()).isEqualTo("notice-preparation"));
    }

    @Test
    void tellsThemInPages() {
        refused.addAll(List.of(FIRST, SECOND, THIRD));
        cancel(FIRST, SECOND, THIRD);
        Await.until(() -> size() == 3);

        DeadLetterPage first = list(null, 2);
        DeadLetterPage second = list(first.nextCursor(), 2);

        assertThat(first.items()).extracting(DeadLetterView::aggregate).containsExactly(FIRST, SECOND);
        assertThat(second.items()).extracting(DeadLetterView::aggregate).containsExactly(THIRD);
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void aRetryThatFailsTellsWhyAndCounts() {
        refused.add(FIRST);
        cancel(FIRST, FIRST);
        Await.until(() -> size() == 2);

        DeadLetterRetried tried = send(new RetryReactionDeadLetter(only()));

        assertThat(tried.handled()).isFalse();
        assertThat(tried.next()).returns(2, DeadLetterView::attempts).returns(1L, DeadLetterView::behind);
    }

    @Test
    void aRetryThatSucceedsHandlesThoseBehindItToo() {
        refused.add(FIRST);
        cancel(FIRST, FIRST);
        Await.until(() -> size() == 2);
        DeadLetterId id = only();
        refused.clear();

        assertThat(send(new RetryReactionDeadLetter(id))).isEqualTo(new DeadLetterRetried(true, null));

        assertThat(done).containsExactly(FIRST + "/0", FIRST + "/1");
        assertThat(find(id)).isEmpty();
        assertThatThrownBy(() -> send(new RetryReactionDeadLetter(id)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        unknown -> assertThat(unknown.refusal().code()).isEqualTo(ErrorCode.DEAD_LETTER_NOT_FOUND));
    }

    @Test
    void whatIsSkippedIsRecordedWithWhoAndWhyAndThoseBehindItAreDone() {
        refused.add(FIRST + "/0");
        cancel(FIRST, FIRST);
        Await.until(() -> size() == 2);
        DeadLetterId id = only();

        assertThat(send(new SkipReactionDeadLetter(id, "電話で連絡済み"))).isEqualTo(new DeadLetterRetried(true, null));

        assertThat(done).containsExactly(FIRST + "/1");
        DomainEventMessage<?> recorded = axon.eventStore()
                .readEvents(EventSkipped.recordOf(FIRST), 0)
                .asStream()
                .findFirst()
                .orElseThrow();
        assertThat(recorded.getPayload())
                .isEqualTo(new EventSkipped(
                        FIRST, 0, "CertificateCancelled", id.eventId(), "notice-preparation", "電話で連絡済み"));
        assertThat(recorded.getMetaData())
                .containsEntry(Metadata.ACTOR, "operator-1")
                .containsEntry(Metadata.ROLE, "operator");
    }

    @Test
    void whatFailsBehindASkippedOneWaitsOn() {
        refused.add(FIRST);
        cancel(FIRST, FIRST, FIRST);
        Await.until(() -> size() == 3);

        DeadLetterRetried skipped = send(new SkipReactionDeadLetter(only(), "不要"));

        assertThat(skipped.handled()).isTrue();
        assertThat(skipped.next()).returns(1L, DeadLetterView::sequence).returns(1L, DeadLetterView::behind);
        assertThat(done).isEmpty();
    }

    @Test
    void knowsNothingOfOtherGroupsAndEvents() {
        for (DeadLetterId unknown : List.of(
                new DeadLetterId(DeadLetterKind.REACTION, "nobody", FIRST, "e"),
                new DeadLetterId(DeadLetterKind.REACTION, "mail", FIRST, "e"))) {
            assertThat(find(unknown)).isEmpty();
            assertThatThrownBy(() -> send(new SkipReactionDeadLetter(unknown, "不要")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refusal -> assertThat(refusal.refusal().code()).isEqualTo(ErrorCode.DEAD_LETTER_NOT_FOUND));
        }
    }

    private DeadLetterId only() {
        return list(null, 50).items().getFirst().id();
    }

    private DeadLetterPage list(String cursor, int limit) {
        return ask(new ListReactionDeadLetters(cursor, limit), ResponseTypes.instanceOf(DeadLetterPage.class));
    }

    private Optional<DeadLetterView> find(DeadLetterId id) {
        return ask(new FindReactionDeadLetter(id), ResponseTypes.optionalInstanceOf(DeadLetterView.class));
    }

    private <R> R ask(Object query, ResponseType<R> answer) {
        return axon.queryGateway()
                .query(query, answer)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private DeadLetterRetried send(Object command) {
        return axon.commandGateway()
                .sendAndWait(
                        GenericCommandMessage.asCommandMessage(command).withMetaData(OPERATOR), 20, TimeUnit.SECONDS);
    }

    private long size() {
        return axon.eventProcessingConfiguration()
                .deadLetterQueue("notice-preparation")
                .orElseThrow()
                .size();
    }

    private void cancel(String... requestIds) {
        for (String requestId : requestIds) {
            long sequence = sequences.merge(requestId, 0L, (before, first) -> before + 1);
            axon.eventStore()
                    .publish(new GenericDomainEventMessage<>(
                            "Certificate",
                            requestId,
                            sequence,
                            new CertificateCancelled(requestId, LocalDate.of(2021, 3, 10))));
        }
    }

    private Configurer configured() {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(begun -> store.getBean(EventStore.class))
                .configureSerializer(begun -> store.getBean(Serializer.class))
                .configureTransactionManager(begun -> store.getBean(TransactionManager.class))
                .registerComponent(TokenStore.class, begun -> store.getBean(TokenStore.class))
                .configureCorrelationDataProviders(begun -> List.copyOf(
                        store.getBeansOfType(CorrelationDataProvider.class).values()))
                .configureAggregate(SkippedEvents.class)
                .registerCommandHandler(begun -> new Office())
                .registerMessageHandler(begun -> new DeadReactionHandler(dead, begun.commandGateway()))
                .registerMessageHandler(begun -> new WhenCancelledThenAct(begun.commandGateway()));
        Reactions.reactionProcessors(
                        store.getBean(ConnectionProvider.class),
                        store.getBean(TransactionManager.class),
                        store.getBean(Serializer.class))
                .configureModule(configurer);
        return configurer;
    }

    record Act(String requestId, long sequence) {}

    @ProcessingGroup("notice-preparation")
    record WhenCancelledThenAct(CommandGateway commands) {

        @EventHandler
        void on(CertificateCancelled event, @SequenceNumber long sequence) {
            commands.sendAndWait(new Act(event.requestId(), sequence), 5, TimeUnit.SECONDS);
        }
    }

    final class Office {

        @CommandHandler
        void handle(Act act) {
            String name = act.requestId() + "/" + act.sequence();
            if (refused.contains(act.requestId()) || refused.contains(name)) {
                throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
            }
            done.add(name);
        }
    }
}
