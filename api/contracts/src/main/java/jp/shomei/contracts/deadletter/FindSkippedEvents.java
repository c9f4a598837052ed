package jp.shomei.contracts.deadletter;

/**
 * Asks which events of an aggregate were skipped; answered with a {@link SkippedEventsView}.
 *
 * @param aggregateId the aggregate
 */
public record FindSkippedEvents(String aggregateId) {}
