package jp.shomei.app.axon;

import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Tries again, every now and then, what a reaction could not do: the signing key was away, say. */
final class DeadReactionRetry {

    private static final Logger LOG = LoggerFactory.getLogger(DeadReactionRetry.class);
    private static final int AT_MOST = 100;

    private final EventProcessingConfiguration processing;
    private final List<String> groups;

    DeadReactionRetry(EventProcessingConfiguration processing, List<String> groups) {
        this.processing = processing;
        this.groups = groups;
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 30_000)
    void retry() {
        for (String group : groups) {
            processing.sequencedDeadLetterProcessor(group).ifPresent(letters -> {
                int done = 0;
                while (done < AT_MOST && letters.processAny()) {
                    done++;
                }
                if (done > 0) {
                    LOG.info("Did {} reaction(s) of {} that had failed before.", done, group);
                }
            });
        }
    }
}
