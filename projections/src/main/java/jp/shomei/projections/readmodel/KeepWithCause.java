package jp.shomei.projections.readmodel;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every event that could not be taken in, however often it is tried, with its newest cause and the number of
 * attempts: an event that was given up would be missing from the read model for good.
 */
final class KeepWithCause implements EnqueuePolicy<EventMessage<?>> {

    /** The number of attempts, in the letter's diagnostics. */
    static final String ATTEMPTS = "attempts";

    private static final Logger LOG = LoggerFactory.getLogger(KeepWithCause.class);

    private final String processor;

    KeepWithCause(String processor) {
        this.processor = processor;
    }

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        int attempts = attempts(letter) + 1;
        LOG.warn(
                "{} could not take in event {} (attempt {}): {}",
                processor,
                letter.message().getIdentifier(),
                attempts,
                failure.getClass().getName());
        return Decisions.enqueue(failure, kept -> diagnostics(kept, attempts));
    }

    private static MetaData diagnostics(DeadLetter<? extends EventMessage<?>> letter, int attempts) {
        return letter.diagnostics().and(ATTEMPTS, String.valueOf(attempts));
    }

    private static int attempts(DeadLetter<? extends EventMessage<?>> letter) {
        Object attempts = letter.diagnostics().get(ATTEMPTS);
        return attempts == null ? 0 : Integer.parseInt(attempts.toString());
    }
}
