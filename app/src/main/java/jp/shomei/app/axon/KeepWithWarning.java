package jp.shomei.app.axon;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a reaction could not do, however often it is tried, and tells the operator: somebody waits for it. */
final class KeepWithWarning implements EnqueuePolicy<EventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(KeepWithWarning.class);

    private final String group;

    KeepWithWarning(String group) {
        this.group = group;
    }

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        EventMessage<?> event = letter.message();
        LOG.warn(
                "{} could not react to {} {}; it is tried again: {}",
                group,
                event.getPayloadType().getSimpleName(),
                event.getIdentifier(),
                failure.toString());
        return Decisions.enqueue(failure);
    }
}
