package jp.shomei.projections.readmodel;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.shomei.contracts.deadletter.BlockedEvents;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The event processor that builds one generation of a read model, from the first event on. */
final class GenerationProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(GenerationProcessor.class);
    private static final int BATCH = 500;
    private static final long CLAIM_INTERVAL_MILLIS = 1000;
    private static final long STOP_SECONDS = 20;
    private static final long BEFORE_THE_FIRST = -1;
    private static final long NEVER = -2;

    private final Generation generation;
    private final GenerationDeadLetters deadLetters;
    private final PooledStreamingEventProcessor processor;
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService worker;
    private final StoredPosition stored;
    private final AtomicLong failedAfter = new AtomicLong(NEVER);

    GenerationProcessor(
            Generation generation,
            Projection projection,
            ReadModelSurroundings surroundings,
            EventBell bell,
            Consumer<Generation> spoilt) {
        this.generation = generation;
        this.stored = new StoredPosition(surroundings);
        SegmentClaim claim = new SegmentClaim(generation, surroundings.tokens(), spoilt);
        List<MessageHandlerInterceptor<? super EventMessage<?>>> around =
                List.of(claim.afterWriting(), projection.documents(), claim.beforeWriting());
        this.deadLetters = new GenerationDeadLetters(generation, projection, around, surroundings);
        this.coordinator = new CoordinatorThread(generation.name() + "-coordinator");
        this.worker = DaemonThreads.single(generation.name() + "-worker");
        this.processor = processor(surroundings, bell);
        around.forEach(processor::registerHandlerInterceptor);
    }

    void start() {
        processor.start();
    }

    /** Stops after the batch in hand. */
    void stop() {
        try {
            processor.shutdownAsync().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unfinished) {
            LOG.warn("{} did not stop in {} s", generation.name(), STOP_SECONDS, unfinished);
        } finally {
            worker.shutdownNow();
            coordinator.shutdownNow();
        }
    }

    GenerationDeadLetters deadLetters() {
        return deadLetters;
    }

    /** The events it could not take in, which are tried again where the others are taken in, and nowhere else. */
    BlockedEvents blocked() {
        return deadLetters.blocked(this::isKeptHere);
    }

    /** Whether it is this process that takes in the events, rather than another one. */
    boolean isKeptHere() {
        return kept().findAny().isPresent();
    }

    State state() {
        if (!processor.isRunning()) {
            return State.STOPPED;
        }
        boolean failing = processor.isError() || position().orElse(BEFORE_THE_FIRST) <= failedAfter.get();
        return failing ? State.FAILING : State.RUNNING;
    }

    /**
     * Number of the last event the generation has come by, the least of its segments'; none before the first. While another
     * process keeps it, as that one has stored it.
     */
    OptionalLong position() {
        OptionalLong position = kept().mapToLong(
                        status -> status.getCurrentPosition().orElse(BEFORE_THE_FIRST))
                .min();
        return position.isEmpty()
                ? stored.of(generation)
                : position.stream().filter(number -> number >= 0).findFirst();
    }

    /** What it takes in itself, unless it has come to grief and another process may go on with it. */
    private Stream<EventTrackerStatus> kept() {
        return processor.processingStatus().values().stream().filter(status -> !status.isErrorState());
    }

    /**
     * A batch failed. The processor tries again after exceptions alone: an error would leave its worker waiting for ever.
     */
    private void onError(ErrorContext failed) {
        failedAfter.set(position().orElse(BEFORE_THE_FIRST));
        throw new EventProcessingException(generation.name() + " could not take in a batch", failed.error());
    }

    private PooledStreamingEventProcessor processor(ReadModelSurroundings surroundings, EventBell bell) {
        return PooledStreamingEventProcessor.builder()
                .name(generation.name())
                .eventHandlerInvoker(deadLetters.invoker())
                .messageSource(new PromptEvents(surroundings.events(), bell))
                .tokenStore(surroundings.tokens())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(BATCH)
                .errorHandler(this::onError)
                .spanFactory(new GenerationSpans(generation, surroundings.spans()))
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(
                        surroundings.settings().positionInterval().toMillis())
                // a batch that takes long is no reason to lose the claim
                .enableCoordinatorClaimExtension()
                // claims run out in real time, also while business time is simulated
                .clock(Clock.systemUTC())
                .build();
    }
}
