package jp.shomei.correspondence.mail;

import java.time.Instant;
import jp.shomei.contracts.message.Recorded;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * The event for which a mail is written.
 *
 * @param eventId its identifier
 * @param at when it happened, in business time
 * @param seen by this, questions are answered with what it says taken in
 */
record Occasion(String eventId, Instant at, Recorded seen) {

    static Occasion of(DomainEventMessage<?> event, Recorded.Kind aggregate) {
        return new Occasion(
                event.getIdentifier(),
                event.getTimestamp(),
                new Recorded(aggregate, event.getAggregateIdentifier(), event.getSequenceNumber()));
    }
}
