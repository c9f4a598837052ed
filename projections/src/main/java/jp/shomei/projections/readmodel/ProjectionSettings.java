package jp.shomei.projections.readmodel;

import java.time.Duration;

/**
 * How the read models are kept.
 *
 * @param nodeId the name of this process, the same after a restart: its claims on the events are then its own at once,
 *     without waiting for them to run out; no two processes may share one
 * @param retryInterval how often dead letters are tried again
 * @param checkInterval how often it is checked whether a rebuild was ordered or is done
 * @param positionInterval how old a position in the database may be while nothing is taken in that has to be written down:
 *     what another process sees of it
 * @param claimTimeout after how long a silence of the process that takes in the events another one takes over
 */
public record ProjectionSettings(
        String nodeId,
        Duration retryInterval,
        Duration checkInterval,
        Duration positionInterval,
        Duration claimTimeout) {

    /** The usual intervals of a process by itself: dead letters every 30 seconds, rebuilds every second. */
    public static ProjectionSettings forOnlyNode(String nodeId) {
        return new ProjectionSettings(
                nodeId, Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    /** The same for one of several, each of which answers for read models that another may keep. */
    public static ProjectionSettings forOneOfSeveral(String nodeId) {
        return new ProjectionSettings(
                nodeId, Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(5));
    }
}
