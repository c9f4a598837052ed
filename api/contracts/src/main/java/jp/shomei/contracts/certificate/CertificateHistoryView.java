package jp.shomei.contracts.certificate;

import java.time.OffsetDateTime;
import java.util.List;
import jp.shomei.contracts.deadletter.SkippedEventsView.Skipped;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A certificate's history.
 *
 * @param requestId the certificate
 * @param events its events in order
 * @param skipped what reactions left alone of it, by an operator's decision
 * @param state the state as it was known then; only if an instant was asked for
 */
public record CertificateHistoryView(
        String requestId,
        List<RecordedEvent> events,
        List<Skipped> skipped,
        @Nullable CertificateDetailView state) {

    /**
     * One event.
     *
     * @param sequence its number in this history, from 0
     * @param type its name
     * @param revision the revision of its schema
     * @param occurredAt when, with Japan's offset
     * @param actor who
     * @param role in which role
     * @param payload what was decided
     */
    @JsonDeserialize(using = RecordedEventReader.class)
    public record RecordedEvent(
            long sequence,
            String type,
            String revision,
            OffsetDateTime occurredAt,
            @Nullable String actor,
            @Nullable String role,
            CertificateEvent payload) {}
}
