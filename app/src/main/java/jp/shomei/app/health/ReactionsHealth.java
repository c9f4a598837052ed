package jp.shomei.app.health;

import java.util.List;
import jp.shomei.contracts.projection.ProjectionView.State;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Where each reaction stands: degraded if one does not run, or could not do something that waits to be retried. */
public final class ReactionsHealth extends AbstractHealthIndicator {

    private final EventProcessingConfiguration processing;
    private final List<String> groups;

    /** The health of the reactions of these processing groups, as far as they run in this process. */
    public ReactionsHealth(EventProcessingConfiguration processing, List<String> groups) {
        this.processing = processing;
        this.groups = groups;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (String group : groups) {
            processing.eventProcessor(group, StreamingEventProcessor.class).ifPresent(reaction -> {
                Standing standing = new Standing(state(reaction), deadLetters(group));
                health.withDetail(group, standing);
                if (standing.state() != State.RUNNING || standing.deadLetters() > 0) {
                    health.status(OperatorHealth.DEGRADED);
                }
            });
        }
    }

    private static State state(StreamingEventProcessor reaction) {
        boolean failing = reaction.isError()
                || reaction.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState);
        if (failing) {
            return State.FAILING;
        }
        return reaction.isRunning() ? State.RUNNING : State.STOPPED;
    }

    private long deadLetters(String group) {
        return processing
                .deadLetterQueue(group)
                .map(SequencedDeadLetterQueue::size)
                .orElse(0L);
    }

    /**
     * Where a reaction stands.
     *
     * @param state what its event processor does
     * @param deadLetters events that it could not act on and that wait to be retried
     */
    public record Standing(State state, long deadLetters) {}
}
