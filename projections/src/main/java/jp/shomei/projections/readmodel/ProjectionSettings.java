package jp.shomei.projections.readmodel;

import java.time.Duration;

/**
 * How the read models are kept.
 *
 * @param nodeId the name of this process, the same after a restart: its claims on the events are then its own at once,
 *     without waiting for them to run out; no two processes may share one
 * @param retryInterval how often dead letters are tried again
 * @param checkInterval how often it is checked whether a rebuild was ordered or is done
 */
public record ProjectionSettings(String nodeId, Duration retryInterval, Duration checkInterval) {

    /** The usual intervals: dead letters every 30 seconds, rebuilds every second. */
    public static ProjectionSettings forNode(String nodeId) {
        return new ProjectionSettings(nodeId, Duration.ofSeconds(30), Duration.ofSeconds(1));
    }
}
