package jp.shomei.query.notice;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.notice.NoticeEvent;
import jp.shomei.contracts.notice.TrackingView;
import jp.shomei.projections.notice.view.EnclosureDocument;
import jp.shomei.projections.notice.view.NoticeDocument;
import jp.shomei.projections.notice.view.NoticeModel;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Finds the notice a certificate was mailed with (発送状況確認). */
public final class Tracking {

    private final ServedReadModel<NoticeModel> notices;

    public Tracking(MongoDatabase database) {
        this.notices = NoticeModel.served(database);
    }

    /** Where the notice is; empty until it is prepared. */
    public Optional<TrackingView> find(String requestId) {
        return notices.answer(model -> noticeId(model, requestId).map(noticeId -> model.documents()
                        .find(Filters.eq("_id", noticeId))
                        .first()))
                .map(NoticeViews::tracking);
    }

    /** Where the notice was known to be at an instant; empty if the certificate's box was not on it by then. */
    public Optional<TrackingView> findAsOf(String requestId, EventStore events, Instant asOf) {
        return notices.answer(model -> noticeId(model, requestId))
                .flatMap(noticeId -> fold(events.readEvents(noticeId, 0)
                        .asStream()
                        .filter(event -> !event.getTimestamp().isAfter(asOf))
                        .toList()))
                .filter(notice ->
                        notice.boxes().stream().anyMatch(box -> box.requestId().equals(requestId)))
                .map(NoticeViews::tracking);
    }

    private static Optional<String> noticeId(NoticeModel model, String requestId) {
        return Optional.ofNullable(
                        model.enclosures().find(Filters.eq("_id", requestId)).first())
                .map(EnclosureDocument::noticeId);
    }

    private static Optional<NoticeDocument> fold(List<? extends DomainEventMessage<?>> known) {
        NoticeDocument document = null;
        for (DomainEventMessage<?> event : known) {
            document = NoticeDocument.on(document, (NoticeEvent) event.getPayload(), event.getSequenceNumber());
        }
        return Optional.ofNullable(document);
    }
}
