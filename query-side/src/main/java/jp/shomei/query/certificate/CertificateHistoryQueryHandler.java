package jp.shomei.query.certificate;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateHistoryView;
import jp.shomei.contracts.certificate.CertificateHistoryView.RecordedEvent;
import jp.shomei.contracts.certificate.FindCertificateHistory;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.deadletter.SkippedEventsView.Skipped;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.certificate.view.CertificateDocument;
import jp.shomei.query.deadletter.SkippedEventsQueryHandler;
import jp.shomei.query.notice.Tracking;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;
import org.jspecify.annotations.Nullable;

/**
 * Answers an auditor from the events themselves. The state as it was known at an instant is made by the same fold that
 * makes the status-lookup table.
 */
public final class CertificateHistoryQueryHandler {

    private final EventStore events;
    private final SkippedEventsQueryHandler skips;
    private final Tracking tracking;
    private final CertificateViews views;
    private final RevisionResolver revisions = new AnnotationRevisionResolver();

    public CertificateHistoryQueryHandler(EventStore events, MongoDatabase database, RenewalWindow renewal) {
        this.events = events;
        this.skips = new SkippedEventsQueryHandler(events);
        this.views = new CertificateViews(renewal);
        this.tracking = new Tracking(database);
    }

    /** A certificate's events in order; with an instant, those up to it and the state they add up to. */
    @QueryHandler
    public Optional<CertificateHistoryView> handle(FindCertificateHistory query) {
        List<? extends DomainEventMessage<?>> all =
                events.readEvents(query.requestId(), 0).asStream().toList();
        if (all.isEmpty() || !(all.getFirst().getPayload() instanceof CertificateEvent)) {
            return Optional.empty();
        }
        Instant asOf = query.asOf();
        if (asOf == null) {
            return Optional.of(
                    new CertificateHistoryView(query.requestId(), recorded(all), skips.of(query.requestId()), null));
        }
        List<? extends DomainEventMessage<?>> known = all.stream()
                .filter(event -> !event.getTimestamp().isAfter(asOf))
                .toList();
        List<Skipped> skipped = skips.of(query.requestId()).stream()
                .filter(skip -> !skip.skippedAt().toInstant().isAfter(asOf))
                .toList();
        return Optional.of(new CertificateHistoryView(query.requestId(), recorded(known), skipped, state(known, asOf)));
    }

    private @Nullable CertificateDetailView state(List<? extends DomainEventMessage<?>> known, Instant asOf) {
        CertificateDocument document = null;
        for (DomainEventMessage<?> event : known) {
            document =
                    CertificateDocument.on(document, payload(event), event.getSequenceNumber(), event.getTimestamp());
        }
        return document == null
                ? null
                : views.detail(
                        document, JapanTime.dayOf(asOf), tracking.findAsOf(document.requestId(), events, asOf), null);
    }

    private List<RecordedEvent> recorded(List<? extends DomainEventMessage<?>> known) {
        return known.stream().map(this::recorded).toList();
    }

    private RecordedEvent recorded(DomainEventMessage<?> event) {
        return new RecordedEvent(
                event.getSequenceNumber(),
                event.getPayloadType().getSimpleName(),
                revisions.revisionOf(event.getPayloadType()),
                event.getTimestamp().atZone(JapanTime.ZONE).toOffsetDateTime(),
                metadata(event, Metadata.ACTOR),
                metadata(event, Metadata.ROLE),
                payload(event));
    }

    private static CertificateEvent payload(DomainEventMessage<?> event) {
        return (CertificateEvent) event.getPayload();
    }

    private static @Nullable String metadata(DomainEventMessage<?> event, String key) {
        return event.getMetaData().get(key) instanceof String value ? value : null;
    }
}
