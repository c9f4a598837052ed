package jp.shomei.query.notice;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.shomei.contracts.notice.NoticeEvent;
import jp.shomei.contracts.notice.TrackingView;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.notice.view.NoticeDocument;
import jp.shomei.projections.notice.view.NoticeModel;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Finds the newest notice a certificate was mailed with (発送状況確認). */
public final class Tracking {

    private final ServedReadModel<NoticeModel> notices;

    public Tracking(MongoDatabase database) {
        this.notices = NoticeModel.served(database);
    }

    /** Where the newest notice is on a day in Japan; empty until the first is prepared. */
    public Optional<TrackingView> find(String requestId, LocalDate today) {
        return notices.answer(model -> noticeIds(model, requestId).findFirst().map(noticeId -> model.documents()
                        .find(Filters.eq("_id", noticeId))
                        .first()))
                .map(document -> NoticeViews.tracking(document, today));
    }

    /** Where the newest notice was that held the certificate's box at an instant; empty if none did. */
    public Optional<TrackingView> findAsOf(String requestId, EventStore events, Instant asOf) {
        return notices.answer(model -> noticeIds(model, requestId).toList()).stream()
                .flatMap(noticeId -> known(noticeId, events, asOf).stream())
                .filter(notice ->
                        notice.boxes().stream().anyMatch(box -> box.requestId().equals(requestId)))
                .findFirst()
                .map(document -> NoticeViews.tracking(document, JapanTime.dayOf(asOf)));
    }

    private static Stream<String> noticeIds(NoticeModel model, String requestId) {
        return Optional.ofNullable(
                        model.enclosures().find(Filters.eq("_id", requestId)).first())
                .stream()
                .flatMap(enclosure -> enclosure.newestFirst().stream());
    }

    private static Optional<NoticeDocument> known(String noticeId, EventStore events, Instant asOf) {
        return fold(events.readEvents(noticeId, 0)
                .asStream()
                .filter(event -> !event.getTimestamp().isAfter(asOf))
                .toList());
    }

    private static Optional<NoticeDocument> fold(List<? extends DomainEventMessage<?>> known) {
        NoticeDocument document = null;
        for (DomainEventMessage<?> event : known) {
            document = NoticeDocument.on(document, (NoticeEvent) event.getPayload(), event.getSequenceNumber());
        }
        return Optional.ofNullable(document);
    }
}
