package jp.shomei.contracts.deadletter;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that a reaction leaves an event alone for good; once only, however often it is sent.
 *
 * @param recordId names the record of the event's aggregate: {@link EventSkipped#recordOf(String)}
 * @param skipped what is left alone, by whom of the reactions, and why
 */
public record RecordEventSkipped(@TargetAggregateIdentifier String recordId, EventSkipped skipped) {

    /** Records this. */
    public static RecordEventSkipped of(EventSkipped skipped) {
        return new RecordEventSkipped(EventSkipped.recordOf(skipped.aggregateId()), skipped);
    }
}
