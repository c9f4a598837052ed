package jp.shomei.contracts.deadletter;

import jp.shomei.contracts.refusal.Refused;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every event that could not be handled, however often it is tried, with its newest cause and the number of
 * attempts, and tells the operator: somebody waits for it. The log is told what was thrown, not its words, which may quote
 * what nobody should read there.
 */
public final class KeepWithCause implements EnqueuePolicy<EventMessage<?>> {

    private static final String ATTEMPTS = "attempts";
    private static final Logger LOG = LoggerFactory.getLogger(KeepWithCause.class);

    private final String group;

    /** For the events of one processing group. */
    public KeepWithCause(String group) {
        this.group = group;
    }

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        int attempts = attempts(letter) + 1;
        EventMessage<?> event = letter.message();
        LOG.warn(
                "{} could not handle {} {} (attempt {}); it is tried again: {}",
                group,
                event.getPayloadType().getSimpleName(),
                event.getIdentifier(),
                attempts,
                failure instanceof Refused refused
                        ? refused.refusal().code()
                        : failure.getClass().getName());
        return Decisions.enqueue(failure, kept -> diagnostics(kept, attempts));
    }

    /** How often a letter's event was tried; none for one that waits behind another. */
    public static int attempts(DeadLetter<? extends EventMessage<?>> letter) {
        Object attempts = letter.diagnostics().get(ATTEMPTS);
        return attempts == null ? 0 : Integer.parseInt(attempts.toString());
    }

    private static MetaData diagnostics(DeadLetter<? extends EventMessage<?>> letter, int attempts) {
        return letter.diagnostics().and(ATTEMPTS, String.valueOf(attempts));
    }
}
