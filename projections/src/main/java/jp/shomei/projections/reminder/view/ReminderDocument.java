package jp.shomei.projections.reminder.view;

import java.util.Optional;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateDownloaded;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateExpired;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.ContactChanged;
import jp.shomei.contracts.certificate.DownloadPeriodExtended;
import jp.shomei.contracts.certificate.NoticeReissued;
import jp.shomei.contracts.certificate.ReminderSent;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a certificate can still be reminded of.
 *
 * @param requestId リクエストID
 * @param version sequence number of the last event taken in
 * @param institution the holder
 * @param terminalName 端末名称等 of today
 * @param generation the newest generation, 1 until the first renewal; 0 before the issue
 * @param downloaded whether the newest generation was handed out
 * @param expiry the last day of its validity; none before the issue, and once it was revoked or its expiry recorded
 * @param download the last day of its download; none unless a notice tells how, and nobody has downloaded it yet
 */
public record ReminderDocument(
        @BsonId String requestId,
        long version,
        InstitutionCode institution,
        String terminalName,
        int generation,
        boolean downloaded,
        @Nullable Ending expiry,
        @Nullable Ending download)
        implements VersionedDocument {

    /**
     * The document after one more event.
     *
     * @param before the document so far; none before the first event
     * @param event the event
     * @param sequence its number in the certificate's history
     * @throws IllegalStateException if such an event cannot follow
     */
    public static ReminderDocument on(@Nullable ReminderDocument before, CertificateEvent event, long sequence) {
        if (before != null) {
            return before.after(event).at(sequence);
        }
        if (event instanceof CertificateApplied applied) {
            return new ReminderDocument(
                    applied.requestId(),
                    sequence,
                    applied.application().institution(),
                    applied.application().terminalName(),
                    0,
                    false,
                    null,
                    null);
        }
        throw new IllegalStateException(
                "a history cannot begin with " + event.getClass().getSimpleName());
    }

    /** The end of this kind of which the holder can be reminded. */
    public Optional<Ending> ending(ReminderKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case EXPIRY -> expiry;
                    case DOWNLOAD -> download;
                });
    }

    /** The next mail that reminds of this end. */
    public Optional<NextMail> nextMail(ReminderKind kind) {
        return ending(kind)
                .flatMap(ending -> ending.nextMail(kind).map(day -> new NextMail(kind, day, ending.lastDay())));
    }

    @Override
    public String id() {
        return requestId;
    }

    private ReminderDocument after(CertificateEvent event) {
        return switch (event) {
            case CertificateIssued issued ->
                begin(1, Ending.on(issued.expiresOn()), Ending.on(issued.downloadUntil()))
                        .named(issued.terminalName());
            case CertificateRenewed renewed ->
                begin(renewed.generation(), Ending.on(renewed.expiresOn()), null)
                        .named(renewed.terminalName());
            case DownloadPeriodExtended extended ->
                with(expiry, download == null ? null : Ending.moved(download, extended.downloadUntil()));
            case NoticeReissued reissued ->
                with(expiry, downloaded ? null : Ending.moved(download, reissued.downloadUntil()));
            case CertificateDownloaded handedOut -> handedOut();
            case ReminderSent sent -> sent(sent);
            case ContactChanged changed -> named(changed.terminalName());
            case CertificateExpired expired -> with(null, null);
            case CertificateRevoked revoked -> with(null, null);
            default -> this;
        };
    }

    private ReminderDocument sent(ReminderSent sent) {
        return switch (sent.kind()) {
            case EXPIRY -> with(expiry == null ? null : expiry.after(sent), download);
            case DOWNLOAD -> with(expiry, download == null ? null : download.after(sent));
        };
    }

    private ReminderDocument begin(int newest, Ending newExpiry, @Nullable Ending newDownload) {
        return new ReminderDocument(
                requestId, version, institution, terminalName, newest, false, newExpiry, newDownload);
    }

    private ReminderDocument handedOut() {
        return new ReminderDocument(requestId, version, institution, terminalName, generation, true, expiry, null);
    }

    private ReminderDocument with(@Nullable Ending newExpiry, @Nullable Ending newDownload) {
        return new ReminderDocument(
                requestId, version, institution, terminalName, generation, downloaded, newExpiry, newDownload);
    }

    private ReminderDocument named(String newName) {
        return new ReminderDocument(requestId, version, institution, newName, generation, downloaded, expiry, download);
    }

    private ReminderDocument at(long sequence) {
        return new ReminderDocument(
                requestId, sequence, institution, terminalName, generation, downloaded, expiry, download);
    }
}
