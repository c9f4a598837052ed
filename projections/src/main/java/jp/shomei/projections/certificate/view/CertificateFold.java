package jp.shomei.projections.certificate.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.ApplicationReferred;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.certificate.CertificateDownloaded;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateRejected;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.EscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.Finding;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.projections.certificate.view.CertificateDocument.Issue;
import jp.shomei.projections.certificate.view.CertificateDocument.SignedKey;
import org.jspecify.annotations.Nullable;

/** What each event changes in a certificate's document. */
final class CertificateFold {

    private final String requestId;
    private final Instant appliedAt;
    private final LocalDate appliedOn;
    private Application application;
    private CertificateStatus status = CertificateStatus.WAITING_APPROVAL;
    private List<Finding> findings = List.of();
    private @Nullable String rejectionReason;
    private @Nullable Issue issue;
    private @Nullable KeyOrigin preparedKey;
    private @Nullable SignedKey key;
    private int downloads;
    private @Nullable LocalDate lastDownloadedOn;

    private CertificateFold(CertificateApplied applied, Instant at) {
        requestId = applied.requestId();
        appliedAt = at.truncatedTo(ChronoUnit.MILLIS);
        appliedOn = applied.appliedOn();
        application = applied.application();
    }

    private CertificateFold(CertificateDocument document) {
        requestId = document.requestId();
        appliedAt = document.appliedAt();
        appliedOn = document.appliedOn();
        application = document.application();
        status = document.status();
        findings = document.findings();
        rejectionReason = document.rejectionReason();
        issue = document.issue();
        preparedKey = document.preparedKey();
        key = document.key();
        downloads = document.downloads();
        lastDownloadedOn = document.lastDownloadedOn();
    }

    static CertificateDocument apply(
            @Nullable CertificateDocument before, CertificateEvent event, long sequence, Instant at) {
        if (before != null) {
            CertificateFold fold = new CertificateFold(before);
            fold.on(event);
            return fold.document(sequence);
        }
        if (event instanceof CertificateApplied applied) {
            return new CertificateFold(applied, at).document(sequence);
        }
        throw new IllegalStateException("a history cannot begin with " + name(event));
    }

    private void on(CertificateEvent event) {
        switch (event) {
            case CertificateApplied again -> throw new IllegalStateException(name(again) + " cannot happen twice");
            case ApplicationReferred referred -> findings = referred.findings();
            case CertificateRejected rejected -> {
                status = CertificateStatus.REJECTED;
                rejectionReason = rejected.reason();
            }
            case CertificateCancelled cancelled -> status = CertificateStatus.CANCELLED;
            case CertificateIssued issued -> issued(issued);
            case CertificateSigningPrepared prepared -> preparedKey = prepared.keyOrigin();
            case CertificateSigned signed -> signed(signed);
            case CertificateDownloaded downloaded -> {
                downloads++;
                lastDownloadedOn = downloaded.downloadedOn();
            }
            case EscrowedKeyDestroyed destroyed -> {
                // nothing that is shown
            }
        }
    }

    private void issued(CertificateIssued issued) {
        status = CertificateStatus.ISSUED;
        application = new Application(
                issued.institution(),
                issued.category(),
                application.prefecture(),
                application.scoreTable(),
                application.institutionName(),
                issued.contact(),
                issued.terminalName());
        issue = new Issue(issued.issuedOn(), issued.expiresOn(), issued.downloadUntil(), issued.licenceFee());
    }

    private void signed(CertificateSigned signed) {
        if (preparedKey == null) {
            throw new IllegalStateException(name(signed) + " without a prepared signing");
        }
        key = new SignedKey(preparedKey, signed.serialNumber());
        preparedKey = null;
    }

    private CertificateDocument document(long version) {
        return new CertificateDocument(
                requestId,
                version,
                appliedAt,
                appliedOn,
                application,
                status,
                findings,
                rejectionReason,
                issue,
                preparedKey,
                key,
                downloads,
                lastDownloadedOn);
    }

    private static String name(CertificateEvent event) {
        return event.getClass().getSimpleName();
    }
}
