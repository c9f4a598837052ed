package jp.shomei.projections.certificate.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateState;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.Finding;
import jp.shomei.contracts.certificate.KeyOrigin;
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
 * @param findings what screening found
 * @param rejectionReason why it was rejected
 * @param issue what the approval fixed; none until then
 * @param preparedKey who made the key that is about to be signed; none otherwise
 * @param key the key that was signed last; none until the first
 * @param generation 1 until the first renewal
 * @param downloads how often it was handed out
 * @param lastDownloadedOn when last
 */
public record CertificateDocument(
        @BsonId String requestId,
        long version,
        Instant appliedAt,
        LocalDate appliedOn,
        Application application,
        CertificateStatus status,
        List<Finding> findings,
        @Nullable String rejectionReason,
        @Nullable Issue issue,
        @Nullable KeyOrigin preparedKey,
        @Nullable SignedKey key,
        int generation,
        int downloads,
        @Nullable LocalDate lastDownloadedOn)
        implements VersionedDocument {

    public CertificateDocument {
        findings = List.copyOf(findings);
    }

    /**
     * What the approval fixed.
     *
     * @param issuedOn 発行日
     * @param expiresOn 証明書有効期限
     * @param downloadUntil ダウンロード有効期限
     * @param licenceFee 発行料 in yen, tax included
     */
    public record Issue(LocalDate issuedOn, LocalDate expiresOn, LocalDate downloadUntil, int licenceFee) {}

    /**
     * A signed key.
     *
     * @param origin who made it
     * @param serialNumber the certificate's serial number, hexadecimal
     */
    public record SignedKey(KeyOrigin origin, String serialNumber) {}

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

    /** Where it stands in detail. */
    public CertificateState state() {
        return switch (status) {
            case WAITING_APPROVAL -> CertificateState.WAITING_APPROVAL;
            case ISSUED -> downloads == 0 ? CertificateState.NOT_DOWNLOADED : CertificateState.DOWNLOADED;
            case REJECTED -> CertificateState.REJECTED;
            case CANCELLED -> CertificateState.CANCELLED;
            case REVOKED -> CertificateState.REVOKED;
            case EXPIRED -> CertificateState.EXPIRED;
        };
    }

    @Override
    public String id() {
        return requestId;
    }
}
