package jp.shomei.app.axon;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Tries again, every now and then, what a reaction could not do: the signing key was away, say. A reaction that was
 * stopped by an error, rather than an exception, goes on where it stopped. One round ends before the next begins.
 */
final class DeadReactionRetry {

    private static final Logger LOG = LoggerFactory.getLogger(DeadReactionRetry.class);

    /** So many aggregates are tried in one round. */
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
            try {
                processing
                        .eventProcessor(group, EventProcessor.class)
                        .filter(EventProcessor::isError)
                        .ifPresent(DeadReactionRetry::startAgain);
                processing.sequencedDeadLetterProcessor(group).ifPresent(letters -> retry(group, letters));
            } catch (RuntimeException unavailable) {
                LOG.warn("{} could not be looked after; it is tried again.", group, unavailable);
            }
        }
    }

    private static void startAgain(EventProcessor stopped) {
        LOG.warn("{} was stopped by an error and goes on where it stopped.", stopped.getName());
        stopped.start();
    }

    /** Tries each aggregate's events once, in order, up to the first that fails again; the longest untried go first. */
    private static void retry(String group, SequencedDeadLetterProcessor<EventMessage<?>> letters) {
        Instant begin = GenericDeadLetter.clock.instant();
        AtomicBoolean found = new AtomicBoolean(true);
        int done = 0;
        for (int tried = 0; found.get() && tried < AT_MOST; tried++) {
            found.set(false);
            boolean succeeded = letters.process(letter -> {
                boolean due = letter.lastTouched().isBefore(begin);
                found.compareAndSet(false, due);
                return due;
            });
            done += succeeded ? 1 : 0;
        }
        if (done > 0) {
            LOG.info("Did {} reaction(s) of {} that had failed before.", done, group);
        }
    }
}
