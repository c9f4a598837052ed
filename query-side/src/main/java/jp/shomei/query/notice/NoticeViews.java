package jp.shomei.query.notice;

import java.time.LocalDate;
import java.util.Optional;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.notice.TrackingNumber;
import jp.shomei.contracts.notice.TrackingView;
import jp.shomei.projections.notice.view.NoticeDocument;
import org.jspecify.annotations.Nullable;

/** Shows a notice's document. */
final class NoticeViews {

    private static final int TRACKABLE_DAYS = 60;

    private NoticeViews() {}

    /** The whole notice. */
    static NoticeView view(NoticeDocument document) {
        return new NoticeView(
                document.noticeId(),
                document.institution().value(),
                document.address(),
                document.addressee(),
                document.dispatchOn(),
                document.promisedBy(),
                document.status(),
                document.status().label(),
                trackingNumber(document),
                document.dispatchedOn(),
                document.deliveredOn(),
                document.returnedOn(),
                document.returnReason(),
                document.batchId(),
                document.contacts(),
                document.boxes());
    }

    /**
     * Where it is. The post office tells nothing by a tracking number after some 60 days, and gives it to another item.
     *
     * @param today the day on which it is asked
     */
    static TrackingView tracking(NoticeDocument document, LocalDate today) {
        Optional<LocalDate> trackableUntil =
                Optional.ofNullable(document.dispatchedOn()).map(day -> day.plusDays(TRACKABLE_DAYS));
        boolean trackable = trackableUntil.filter(last -> !today.isAfter(last)).isPresent();
        return new TrackingView(
                document.noticeId(),
                document.status(),
                document.status().label(),
                document.dispatchOn(),
                trackable ? trackingNumber(document) : null,
                trackableUntil.orElse(null));
    }

    private static @Nullable String trackingNumber(NoticeDocument document) {
        return Optional.ofNullable(document.trackingNumber())
                .map(TrackingNumber::printed)
                .orElse(null);
    }
}
