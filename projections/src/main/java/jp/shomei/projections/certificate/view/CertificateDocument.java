package jp.shomei.projections.certificate.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateState;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one certificate: the sum of its events.
 *
 * @param requestId リクエストID
 * @param version sequence number of the last event taken in
 * @param appliedAt when the application was received, to the millisecond
 * @param appliedOn 申請日
 * @param application the application, with the contact and terminal name that hold now
 * @param status ステータス
 * @param screening how the application was looked at
 * @param issue what the approval or the newest renewal fixed; none until the approval
 * @param keys its keys
 * @param downloads how often it was handed out
 * @param revoking how far its revocation has come
 */
public record CertificateDocument(
        @BsonId String requestId,
        long version,
        Instant appliedAt,
        LocalDate appliedOn,
        Application application,
        CertificateStatus status,
        Screening screening,
        @Nullable Issue issue,
        Keys keys,
        Downloads downloads,
        Revoking revoking)
        implements VersionedDocument {

    /**
     * The document after one more event.
     *
     * @param before the document so far; none before the first event
     * @param event the event
     * @param sequence its number in the certificate's history
     * @param at when it happened
     * @throws IllegalStateException if such an event cannot follow
     */
    public static CertificateDocument on(
            @Nullable CertificateDocument before, CertificateEvent event, long sequence, Instant at) {
        return CertificateFold.apply(before, event, sequence, at);
    }

    /** Where it stands in detail on this day in Japan. */
    public CertificateState state(LocalDate today) {
        return switch (status) {
            case WAITING_APPROVAL ->
                screening.endorsed() ? CertificateState.WAITING_SECOND_APPROVAL : CertificateState.WAITING_APPROVAL;
            case ISSUED -> issuedState(today);
            case REJECTED -> CertificateState.REJECTED;
            case CANCELLED -> CertificateState.CANCELLED;
            case REVOKED -> CertificateState.REVOKED;
            case EXPIRED -> CertificateState.EXPIRED;
        };
    }

    /** Whether its last day of validity is over on this day in Japan. */
    public boolean isLapsed(LocalDate today) {
        return issue != null && today.isAfter(issue.expiresOn());
    }

    /** The request to revoke that waits for an officer. */
    public Optional<Revoking.Request> revocationRequest() {
        return Optional.ofNullable(revoking.request());
    }

    /** Whether it is an application still to be served: it waits, or was issued and never handed out. */
    public boolean isOpen() {
        return status == CertificateStatus.WAITING_APPROVAL
                || status == CertificateStatus.ISSUED && downloads.number() == 0;
    }

    @Override
    public String id() {
        return requestId;
    }

    private CertificateState issuedState(LocalDate today) {
        if (revoking.request() != null) {
            return CertificateState.REVOCATION_REQUESTED;
        }
        if (downloads.newest()) {
            return CertificateState.DOWNLOADED;
        }
        return issue != null && today.isAfter(issue.downloadUntil())
                ? CertificateState.DOWNLOAD_PERIOD_OVER
                : CertificateState.NOT_DOWNLOADED;
    }
}
