package jp.shomei.projections.certificate.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.ApplicationEndorsed;
import jp.shomei.contracts.certificate.ApplicationReferred;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.certificate.CertificateDownloaded;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateExpired;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateRejected;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.ContactChanged;
import jp.shomei.contracts.certificate.DownloadPeriodExtended;
import jp.shomei.contracts.certificate.EscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.Finding;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.contracts.certificate.NoticeReissued;
import jp.shomei.contracts.certificate.PreviousKeyRetired;
import jp.shomei.contracts.certificate.RevocationDeclined;
import jp.shomei.contracts.certificate.RevocationRequested;
import jp.shomei.contracts.institution.Contact;
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
    private int generation = 1;
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
        generation = document.generation();
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
            case ContactChanged changed -> contactChanged(changed.contact(), changed.terminalName());
            case DownloadPeriodExtended extended ->
                issue = issue(current -> new Issue(
                        current.issuedOn(), current.expiresOn(), extended.downloadUntil(), current.licenceFee()));
            case CertificateRenewed renewed -> renewed(renewed);
            case CertificateExpired expired -> status = CertificateStatus.EXPIRED;
            case CertificateRevoked revoked -> status = CertificateStatus.REVOKED;
            case ApplicationEndorsed endorsed -> {
                // goes on waiting
            }
            case RevocationRequested requested -> {
                // goes on being issued until an officer approves
            }
            case RevocationDeclined declined -> {
                // nothing that is shown
            }
            case PreviousKeyRetired retired -> {
                // nothing that is shown
            }
            case NoticeReissued reissued -> {
                // the notice is shown by its own read model
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

    private void contactChanged(Contact contact, String terminalName) {
        application = new Application(
                application.institution(),
                application.category(),
                application.prefecture(),
                application.scoreTable(),
                application.institutionName(),
                contact,
                terminalName);
    }

    private void renewed(CertificateRenewed renewed) {
        generation = renewed.generation();
        issue = new Issue(renewed.renewedOn(), renewed.expiresOn(), renewed.downloadUntil(), renewed.renewalFee());
    }

    private Issue issue(UnaryOperator<Issue> change) {
        if (issue == null) {
            throw new IllegalStateException("not issued");
        }
        return change.apply(issue);
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
                generation,
                downloads,
                lastDownloadedOn);
    }

    private static String name(CertificateEvent event) {
        return event.getClass().getSimpleName();
    }
}
