package jp.shomei.contracts.message;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** What leads an event that was stored under an older revision to today's record. */
public final class EventUpcasters {

    private EventUpcasters() {}

    /**
     * Every upcaster there is, an event's older revisions before its newer ones, and at the end a stop for what a newer
     * release has stored. Whoever reads stored events reads them through this chain.
     */
    public static EventUpcaster chain() {
        return new EventUpcasterChain(
                new NoticeBoxEnclosed_1_to_2Upcaster(),
                new NoticePrepared_1_to_2Upcaster(),
                new FeePaid_1_to_2Upcaster(),
                new FeeRefunded_1_to_2Upcaster(),
                new OutcomeUnmatched_1_to_2Upcaster(),
                new SlipIssued_1_to_2Upcaster(),
                new FeeWrittenOff_1_to_2Upcaster(),
                KnownEvents.ofThisRelease());
    }
}
