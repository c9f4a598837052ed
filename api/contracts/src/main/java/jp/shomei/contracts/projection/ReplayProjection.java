package jp.shomei.contracts.projection;

/**
 * Throws a read model away and rebuilds it from the first event. Answers a {@link ProjectionView} as soon as the rebuild
 * has begun; refused with {@code PROJECTION_NOT_FOUND} or {@code REPLAY_RUNNING}. Until it is done, queries are answered
 * from the model as it was.
 *
 * @param name the read model
 */
public record ReplayProjection(String name) {}
