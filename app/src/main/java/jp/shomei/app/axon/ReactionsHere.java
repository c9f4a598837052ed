package jp.shomei.app.axon;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** Which reactions this node runs just now: each is run by one node at a time, which has claimed it. */
public final class ReactionsHere {

    private final EventProcessingConfiguration processing;

    public ReactionsHere(EventProcessingConfiguration processing) {
        this.processing = processing;
    }

    /** Whether the reactions of a processing group run here. */
    public boolean include(String group) {
        return processing
                .eventProcessor(group, StreamingEventProcessor.class)
                .filter(reaction -> reaction.processingStatus().values().stream().anyMatch(segment -> !segment.isErrorState()))
                .isPresent();
    }
}
