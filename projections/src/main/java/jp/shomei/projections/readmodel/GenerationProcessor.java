package jp.shomei.projections.readmodel;

import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
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
            Generation generation, Projection projection, ReadModelSurroundings surroundings, EventBell bell) {
        this.generation = generation;
        this.stored = new StoredPosition(surroundings);
        this.deadLetters = new GenerationDeadLetters(generation, projection, surroundings);
        this.coordinator = DaemonThreads.single(generation.name() + "-coordinator");
        this.worker = DaemonThreads.single(generation.name() + "-worker");
        this.processor = processor(surroundings, bell);
        this.processor.registerHandlerInterceptor(projection.documents());
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

    /**
     * What it does. An error that it met stays with it when it has given up its claim, and means nothing once another process
     * has gone on to the newest event.
     */
    State state(OptionalLong newest) {
        if (!processor.isRunning()) {
            return State.STOPPED;
        }
        long position = position().orElse(BEFORE_THE_FIRST);
        boolean failing = isKeptHere()
                ? processor.isError() || position <= failedAfter.get()
                : processor.isError() && position < newest.orElse(BEFORE_THE_FIRST);
        return failing ? State.FAILING : State.RUNNING;
    }

    private boolean isKeptHere() {
        return claimed().findAny().isPresent();
    }

    /** Where it stands in what it has claimed; a claim is given up at an error, and the standing is not. */
    private Stream<EventTrackerStatus> claimed() {
        return processor.processingStatus().values().stream().filter(status -> !status.isErrorState());
    }

    /**
     * Number of the last event the generation has come by, the least of its segments'; none before the first. While another
     * process keeps it, as that one has stored it.
     */
    OptionalLong position() {
        OptionalLong position = claimed()
                .mapToLong(status -> status.getCurrentPosition().orElse(BEFORE_THE_FIRST))
                .min();
        return position.isEmpty()
                ? stored.of(generation)
                : position.stream().filter(number -> number >= 0).findFirst();
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
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(
                        surroundings.settings().positionInterval().toMillis())
                // claims run out in real time, also while business time is simulated
                .clock(Clock.systemUTC())
                .build();
    }
}
