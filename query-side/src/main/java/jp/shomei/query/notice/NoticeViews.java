package jp.shomei.query.notice;

import java.util.Optional;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.notice.TrackingNumber;
import jp.shomei.contracts.notice.TrackingView;
import jp.shomei.projections.notice.view.NoticeDocument;
import org.jspecify.annotations.Nullable;

/** Shows a notice's document. */
final class NoticeViews {

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

    /** Where it is. */
    static TrackingView tracking(NoticeDocument document) {
        return new TrackingView(
                document.noticeId(),
                document.status(),
                document.status().label(),
                document.dispatchOn(),
                trackingNumber(document));
    }

    private static @Nullable String trackingNumber(NoticeDocument document) {
        return Optional.ofNullable(document.trackingNumber())
                .map(TrackingNumber::printed)
                .orElse(null);
    }
}
