package jp.shomei.projections.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEntry;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoDeadLetter;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;

/**
 * Axon's queue of dead letters in MongoDB, which looks for letters to be tried again by an aggregation that not every server
 * of MongoDB's protocol knows, and that takes the first letter of an aggregate in whatever order the server has them. This
 * one finds them by plain queries.
 */
final class PortableDeadLetters extends MongoSequencedDeadLetterQueue<EventMessage<?>> {

    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final MongoTemplate template;
    private final String group;

    PortableDeadLetters(
            MongoSequencedDeadLetterQueue.Builder<EventMessage<?>> builder, MongoTemplate template, String group) {
        super(builder.mongoTemplate(template).processingGroup(group).claimDuration(CLAIM));
        this.template = template;
        this.group = group;
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        for (String aggregate : triedLongestAgoFirst()) {
            Iterator<DeadLetter<? extends EventMessage<?>>> letters =
                    deadLetterSequence(aggregate).iterator();
            if (letters.hasNext()) {
                DeadLetter<? extends EventMessage<?>> first = letters.next();
                if (sequenceFilter.test(first) && claim(first)) {
                    return process(first, letters, task);
                }
            }
        }
        return false;
    }

    /** A letter is claimed before the one in front of it goes, so that nobody else finds it first in line. */
    private boolean process(
            DeadLetter<? extends EventMessage<?>> first,
            Iterator<DeadLetter<? extends EventMessage<?>>> following,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        DeadLetter<? extends EventMessage<?>> letter = first;
        while (true) {
            EnqueueDecision<EventMessage<?>> decision = task.apply(letter);
            if (decision.shouldEnqueue()) {
                requeue(letter, kept -> decision.withDiagnostics(kept)
                        .withCause(decision.enqueueCause().orElse(null)));
                return false;
            }
            DeadLetter<? extends EventMessage<?>> done = letter;
            boolean more = following.hasNext();
            if (more) {
                letter = following.next();
                claim(letter);
            }
            evict(done);
            if (!more) {
                return true;
            }
        }
    }

    private List<String> triedLongestAgoFirst() {
        Map<String, DeadLetterEntry> first = new HashMap<>();
        template.deadLetterCollection()
                .find(DeadLetterEntry.processingGroupFilter(group))
                .map(DeadLetterEntry::new)
                .forEach(letter -> first.merge(letter.getSequenceIdentifier(), letter, PortableDeadLetters::earlier));
        return first.values().stream()
                .sorted(Comparator.comparing(DeadLetterEntry::getLastTouched))
                .map(DeadLetterEntry::getSequenceIdentifier)
                .toList();
    }

    private static DeadLetterEntry earlier(DeadLetterEntry one, DeadLetterEntry other) {
        return one.getIndex() <= other.getIndex() ? one : other;
    }

    private boolean claim(DeadLetter<? extends EventMessage<?>> letter) {
        MongoDeadLetter<?> stored = (MongoDeadLetter<?>) letter;
        Instant now = GenericDeadLetter.clock.instant();
        return template.deadLetterCollection()
                        .updateOne(
                                DeadLetterEntry.uniqueNotLockedFilter(
                                        group,
                                        String.valueOf(stored.sequenceIdentifier()),
                                        stored.index(),
                                        now.minus(CLAIM)),
                                DeadLetterEntry.updateProcessingStarted(now))
                        .getMatchedCount()
                == 1;
    }
}
