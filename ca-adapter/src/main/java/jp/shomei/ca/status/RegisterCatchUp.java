package jp.shomei.ca.status;

import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Whether the register has, since the start, once taken in everything that is on record. Until then a serial number that it
 * does not know may have been issued all the same.
 */
public final class RegisterCatchUp {

    private final Supplier<Boolean> look;
    private volatile boolean done;

    /**
     * @param look whether nothing is left to take in at this moment
     */
    public RegisterCatchUp(Supplier<Boolean> look) {
        this.look = look;
    }

    /**
     * As the reaction that keeps the register tells it. Where none runs, the register is as it is.
     *
     * @param processing asked for when it is needed; none in a system without reactions
     * @param elsewhere asked while the reaction runs in another process
     */
    public static RegisterCatchUp of(
            Supplier<@Nullable EventProcessingConfiguration> processing, RegisterElsewhere elsewhere) {
        return new RegisterCatchUp(() -> Optional.ofNullable(processing.get())
                .flatMap(found ->
                        found.eventProcessor(WhenStatusChangesThenRegister.GROUP, StreamingEventProcessor.class))
                .map(reaction -> hasReachedTheHead(reaction, elsewhere))
                .orElse(true));
    }

    /** Whether it has. Once it has, it stays so. */
    public boolean isDone() {
        if (!done && look.get()) {
            done = true;
        }
        return done;
    }

    private static boolean hasReachedTheHead(StreamingEventProcessor reaction, RegisterElsewhere elsewhere) {
        var segments = reaction.processingStatus().values();
        return segments.isEmpty()
                ? elsewhere.hasReachedTheHead()
                : segments.stream().allMatch(EventTrackerStatus::isCaughtUp);
    }
}
