package jp.shomei.contracts.projection;

import org.jspecify.annotations.Nullable;

/**
 * Where a read model stands.
 *
 * @param name the read model
 * @param state what its event processor does
 * @param position number of the last event taken in; absent before the first
 * @param head number of the newest event; absent while there is none
 * @param progress of a rebuild, 0 to 1; absent otherwise
 * @param deadLetters events that could not be taken in and wait to be retried
 */
public record ProjectionView(
        String name,
        State state,
        @Nullable Long position,
        @Nullable Long head,
        @Nullable Double progress,
        long deadLetters) {

    /** What an event processor does. */
    public enum State {
        RUNNING,
        REPLAYING,
        FAILING,
        STOPPED
    }
}
