package jp.shomei.contracts.deadletter;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.shomei.contracts.refusal.ErrorCode;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;

/** The events that one processing group could not handle: of every aggregate the first, with those behind it. */
public final class BlockedEvents {

    private final DeadLetterKind kind;
    private final String group;
    private final SequencedDeadLetterQueue<EventMessage<?>> queue;
    private final SequencedDeadLetterProcessor<EventMessage<?>> processor;
    private final Sequences sequences;

    /**
     * Knows what waits in this queue.
     *
     * @param kind who could not handle them
     * @param group the processing group
     * @param queue where they wait
     * @param processor tries them again
     * @param sequences knows the aggregates
     */
    public BlockedEvents(
            DeadLetterKind kind,
            String group,
            SequencedDeadLetterQueue<EventMessage<?>> queue,
            SequencedDeadLetterProcessor<EventMessage<?>> processor,
            Sequences sequences) {
        this.kind = kind;
        this.group = group;
        this.queue = queue;
        this.processor = processor;
        this.sequences = sequences;
    }

    /** The processing group. */
    public String group() {
        return group;
    }

    /** Knows of which aggregates events wait, by their identifiers. */
    @FunctionalInterface
    public interface Sequences {

        /**
         * The next identifiers in order.
         *
         * @param last the one before; empty for the first
         * @param limit at most so many
         */
        List<String> after(String last, int limit);
    }

    /** The first event of each aggregate, by identifier, from after this one on. */
    public List<DeadLetterView> page(String last, int limit) {
        return sequences.after(last, limit).stream()
                .flatMap(sequence -> first(sequence).stream())
                .toList();
    }

    /** This event, if it is the first of its aggregate that waits. */
    public Optional<DeadLetterView> find(DeadLetterId id) {
        return first(id.sequence()).filter(view -> view.id().equals(id));
    }

    /** What waits first of this aggregate. */
    public Optional<DeadLetterView> first(String sequence) {
        return letters(sequence).findFirst().map(letter -> view(sequence, letter));
    }

    /** Tries this event and, if that succeeds, those behind it; false if it is being tried just now, or failed again. */
    public boolean retry(DeadLetterId id) {
        return processor.process(letter -> isMeant(letter, id));
    }

    /** Tries whatever waits of this aggregate, in order, up to the first that fails. */
    public void retryAll(String sequence) {
        first(sequence).ifPresent(view -> retry(view.id()));
    }

    /**
     * Takes this event out while nobody else can try it.
     *
     * @param before what to do first, such as recording it; if it fails, the event stays and the failure is thrown on
     * @return whether it was taken out; false if it is being tried just now
     */
    public boolean remove(DeadLetterId id, Runnable before) {
        AtomicReference<Removal> removal = new AtomicReference<>();
        queue.process(letter -> isMeant(letter, id), letter -> {
            if (!isMeant(letter, id)) {
                // one of those behind it: it stays, to be tried in its turn
                return Decisions.enqueue();
            }
            Removal tried = Removal.after(before);
            removal.set(tried);
            return tried.done() ? Decisions.evict() : Decisions.enqueue();
        });
        Removal tried = removal.get();
        return tried != null && tried.orThrow();
    }

    private static boolean isMeant(DeadLetter<? extends EventMessage<?>> letter, DeadLetterId id) {
        return letter.message().getIdentifier().equals(id.eventId());
    }

    /** What came of an attempt to take an event out. */
    private record Removal(boolean done, @Nullable RuntimeException failure) {

        static Removal after(Runnable before) {
            try {
                before.run();
                return new Removal(true, null);
            } catch (RuntimeException failed) {
                return new Removal(false, failed);
            }
        }

        boolean orThrow() {
            if (failure != null) {
                throw failure;
            }
            return done;
        }
    }

    private Stream<DeadLetter<? extends EventMessage<?>>> letters(String sequence) {
        return StreamSupport.stream(queue.deadLetterSequence(sequence).spliterator(), false);
    }

    private DeadLetterView view(String sequence, DeadLetter<? extends EventMessage<?>> letter) {
        EventMessage<?> event = letter.message();
        @Nullable DomainEventMessage<?> ofAggregate = event instanceof DomainEventMessage<?> domain ? domain : null;
        Optional<Cause> cause = letter.cause();
        return new DeadLetterView(
                new DeadLetterId(kind, group, sequence, event.getIdentifier()),
                event.getPayloadType().getSimpleName(),
                ofAggregate == null ? null : ofAggregate.getAggregateIdentifier(),
                ofAggregate == null ? null : ofAggregate.getSequenceNumber(),
                letter.enqueuedAt(),
                letter.lastTouched(),
                KeepWithCause.attempts(letter),
                cause.map(DeadLetterCause::of).orElse(DeadLetterCause.FAULT),
                cause.flatMap(DeadLetterCause::refusal)
                        .<@Nullable ErrorCode>map(code -> code)
                        .orElse(null),
                cause.map(Cause::type).orElse("").replaceAll(".*\\.", ""),
                Math.max(0, queue.sequenceSize(sequence) - 1));
    }
}
