package jp.shomei.ca.reference;

import jp.shomei.contracts.certificate.NoticeReissued;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** A reissued notice makes the reference ID of the one before worthless, also at the door. */
@ProcessingGroup("reference-edition")
@DisallowReplay
public final class WhenNoticeReissuedThenRaiseEdition {

    private final ReferenceEditions editions;

    public WhenNoticeReissuedThenRaiseEdition(ReferenceEditions editions) {
        this.editions = editions;
    }

    @EventHandler
    public void on(NoticeReissued event) {
        editions.raise(event.requestId(), event.edition());
    }
}
