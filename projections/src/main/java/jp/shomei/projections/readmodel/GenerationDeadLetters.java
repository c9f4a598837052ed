package jp.shomei.projections.readmodel;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import jp.shomei.contracts.deadletter.BlockedEvents;
import jp.shomei.contracts.deadletter.DeadLetterKind;
import jp.shomei.contracts.deadletter.KeepWithCause;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** The events that one generation could not take in, each with the events of the same aggregate that followed it. */
final class GenerationDeadLetters {

    /** So many aggregates are tried in one round. */
    private static final int SEQUENCES_PER_ROUND = 200;

    /** More than that and the processor stops: something is wrong with it, rather than with the events. */
    private static final int SEQUENCES_KEPT = 10_000;

    private final Generation generation;
    private final ReadModelSurroundings surroundings;
    private final SequencedDeadLetterQueue<EventMessage<?>> queue;
    private final DeadLetteringEventHandlerInvoker invoker;

    /**
     * @param around what stands around the handlers, outermost first
     */
    GenerationDeadLetters(
            Generation generation,
            Projection projection,
            List<MessageHandlerInterceptor<? super EventMessage<?>>> around,
            ReadModelSurroundings surroundings) {
        this.generation = generation;
        this.surroundings = surroundings;
        this.queue = new PortableDeadLetters(
                MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .serializer(surroundings.serializer())
                        .maxSequences(SEQUENCES_KEPT),
                surroundings.template(),
                generation.name());
        DeadLetteringEventHandlerInvoker.Builder builder = DeadLetteringEventHandlerInvoker.builder()
                .queue(queue)
                .enqueuePolicy(new KeepWithCause(generation.name()))
                .transactionManager(NoTransactionManager.instance())
                .enableSequenceIdentifierCache();
        builder.eventHandlers(projection);
        this.invoker = builder.build();
        around.forEach(invoker::registerHandlerInterceptor);
    }

    /** Handles events, and puts aside those it cannot handle. */
    DeadLetteringEventHandlerInvoker invoker() {
        return invoker;
    }

    /** How many events wait. */
    long count() {
        return queue.size();
    }

    /**
     * The events that wait, by aggregate.
     *
     * @param keptHere whether this process may write what comes of trying them again
     */
    BlockedEvents blocked(BooleanSupplier keptHere) {
        return new BlockedEvents(
                DeadLetterKind.READ_MODEL,
                generation.name(),
                queue,
                meant -> keptHere.getAsBoolean() && invoker.process(meant),
                this::sequences);
    }

    private List<String> sequences(String last, int limit) {
        return surroundings
                .template()
                .deadLetterCollection()
                .distinct("sequenceIdentifier", Filters.eq("processingGroup", generation.name()), String.class)
                .into(new ArrayList<>())
                .stream()
                .filter(sequence -> sequence.compareTo(last) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    /** Tries each aggregate's events once more, in order, up to the first that fails again. */
    void retry() {
        Instant begin = GenericDeadLetter.clock.instant();
        AtomicBoolean found = new AtomicBoolean(true);
        for (int tried = 0; found.get() && tried < SEQUENCES_PER_ROUND; tried++) {
            found.set(false);
            invoker.process(letter -> {
                boolean due = letter.lastTouched().isBefore(begin);
                found.compareAndSet(false, due);
                return due;
            });
        }
    }
}
