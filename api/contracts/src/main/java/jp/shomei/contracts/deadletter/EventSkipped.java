package jp.shomei.contracts.deadletter;

import org.axonframework.serialization.Revision;

/**
 * An operator decided that a reaction leaves an event alone for good: what it would have done is not done, or was done by
 * hand.
 *
 * @param aggregateId the aggregate whose event it is
 * @param sequence the event's number in that aggregate's history, from 0
 * @param eventType the event's name
 * @param eventId the event's identifier
 * @param group the reaction's processing group
 * @param reason why, in the operator's words
 */
@Revision("1")
public record EventSkipped(
        String aggregateId, long sequence, String eventType, String eventId, String group, String reason) {

    /** The identifier of the aggregate that keeps what was skipped of another one's history. */
    public static String recordOf(String aggregateId) {
        return "skipped-of-" + aggregateId;
    }
}
