package jp.shomei.projections.certificate.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
import jp.shomei.contracts.certificate.NoticeReissued;
import jp.shomei.contracts.certificate.PreviousKeyRetired;
import jp.shomei.contracts.certificate.ReminderSent;
import jp.shomei.contracts.certificate.RevocationDeclined;
import jp.shomei.contracts.certificate.RevocationRequested;
import jp.shomei.contracts.institution.Contact;
import org.jspecify.annotations.Nullable;

/** Which parts of a certificate's document each event changes, and its status; how a part changes, it knows itself. */
final class CertificateFold {

    private final String requestId;
    private final Instant appliedAt;
    private final LocalDate appliedOn;
    private Application application;
    private CertificateStatus status = CertificateStatus.WAITING_APPROVAL;
    private Screening screening = Screening.NONE;
    private @Nullable Issue issue;
    private Keys keys = Keys.NONE;
    private Downloads downloads = Downloads.NONE;
    private Revoking revoking = Revoking.NONE;

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
        screening = document.screening();
        issue = document.issue();
        keys = document.keys();
        downloads = document.downloads();
        revoking = document.revoking();
    }

    static CertificateDocument apply(
            @Nullable CertificateDocument before, CertificateEvent event, long sequence, Instant at) {
        if (before != null) {
            CertificateFold fold = new CertificateFold(before);
            fold.on(event, at);
            return fold.document(sequence);
        }
        if (event instanceof CertificateApplied applied) {
            return new CertificateFold(applied, at).document(sequence);
        }
        throw new IllegalStateException("a history cannot begin with " + name(event));
    }

    private void on(CertificateEvent event, Instant at) {
        switch (event) {
            case CertificateApplied again -> throw new IllegalStateException(name(again) + " cannot happen twice");
            case ApplicationReferred referred -> screening = screening.after(referred);
            case ApplicationEndorsed endorsed -> screening = screening.endorse();
            case CertificateRejected rejected -> rejected(rejected);
            case CertificateCancelled cancelled -> status = CertificateStatus.CANCELLED;
            case CertificateIssued issued -> issued(issued);
            case CertificateSigningPrepared prepared -> keys = keys.after(prepared);
            case CertificateSigned signed -> keys = keys.after(signed);
            case CertificateDownloaded downloaded -> downloads = downloads.after(downloaded);
            case DownloadPeriodExtended extended -> issue = issue(event).after(extended);
            case ContactChanged changed -> contactChanged(changed.contact(), changed.terminalName());
            case CertificateRenewed renewed -> renewed(renewed);
            case CertificateExpired expired -> lapsed(CertificateStatus.EXPIRED, Revoking.NONE);
            case RevocationRequested requested -> revoking = Revoking.of(requested, at);
            case RevocationDeclined declined -> revoking = Revoking.NONE;
            case CertificateRevoked revoked -> lapsed(CertificateStatus.REVOKED, Revoking.of(revoked));
            case PreviousKeyRetired retired -> nothingShown();
            case NoticeReissued reissued -> nothingShown();
            case ReminderSent sent -> nothingShown();
            case EscrowedKeyDestroyed destroyed -> nothingShown();
        }
    }

    private void rejected(CertificateRejected rejected) {
        status = CertificateStatus.REJECTED;
        screening = screening.after(rejected);
    }

    private void issued(CertificateIssued issued) {
        status = CertificateStatus.ISSUED;
        issue = Issue.of(issued);
        application = new Application(
                issued.institution(),
                issued.category(),
                application.prefecture(),
                application.scoreTable(),
                application.institutionName(),
                issued.contact(),
                issued.terminalName());
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
        issue = Issue.of(renewed);
        downloads = downloads.renew();
        contactChanged(renewed.contact(), renewed.terminalName());
    }

    private void lapsed(CertificateStatus end, Revoking how) {
        status = end;
        revoking = how;
    }

    /** Notice and reminders have read models of their own; what becomes of old keys concerns nobody who looks here. */
    private void nothingShown() {}

    private Issue issue(CertificateEvent event) {
        if (issue == null) {
            throw new IllegalStateException(name(event) + " before the issue");
        }
        return issue;
    }

    private CertificateDocument document(long version) {
        return new CertificateDocument(
                requestId,
                version,
                appliedAt,
                appliedOn,
                application,
                status,
                screening,
                issue,
                keys,
                downloads,
                revoking);
    }

    private static String name(CertificateEvent event) {
        return event.getClass().getSimpleName();
    }
}
