package jp.shomei.command.certificate;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Where a certificate stands by its events so far. The aggregate's members share it: they read it to decide, and nothing
 * but an event changes it.
 */
final class Standing {

    private String requestId = "";
    private CertificateStatus status = CertificateStatus.WAITING_APPROVAL;
    private @Nullable Application application;
    private @Nullable Generation current;
    private int edition = 1;

    String requestId() {
        return requestId;
    }

    CertificateStatus status() {
        return status;
    }

    /** Which edition of the notice holds the valid reference ID. */
    int edition() {
        return edition;
    }

    /** The holder, with contact and terminal name of today. */
    Application holder() {
        return present(application);
    }

    /** The newest generation; none before the issue. */
    Optional<Generation> newest() {
        return Optional.ofNullable(current);
    }

    /** Every generation that is so, the first one first. */
    List<Generation> generations(Predicate<Generation> wanted) {
        List<Generation> found = new ArrayList<>();
        for (@Nullable Generation one = current; one != null; one = one.before()) {
            if (wanted.test(one)) {
                found.addFirst(one);
            }
        }
        return found;
    }

    /** The generation with this serial number, signed or prepared. */
    Optional<Generation> withSerial(String serialNumber) {
        return generations(one -> one.hasSerial(serialNumber)).stream().findFirst();
    }

    /** Whether it can be used today; a last day that is over counts, also before its end is on record. */
    boolean isLiveOn(LocalDate today) {
        return status == CertificateStatus.ISSUED && !present(current).isOverOn(today);
    }

    /**
     * The newest generation of a certificate that can be used today.
     *
     * @throws Refused with {@code NOT_ISSUED}, {@code ALREADY_REVOKED} or {@code CERTIFICATE_EXPIRED} if it is none
     */
    Generation live(LocalDate today) {
        if (isLiveOn(today)) {
            return present(current);
        }
        throw Refused.because(
                switch (status) {
                    case WAITING_APPROVAL, REJECTED, CANCELLED -> ErrorCode.NOT_ISSUED;
                    case REVOKED -> ErrorCode.ALREADY_REVOKED;
                    case ISSUED, EXPIRED -> ErrorCode.CERTIFICATE_EXPIRED;
                });
    }

    /**
     * As {@link #live}, for a terminal: also refused with {@code NOT_YOUR_CERTIFICATE} unless what it presented is an
     * accepted generation of this certificate. A stranger is told nothing else.
     */
    Generation live(LocalDate today, @Nullable String presentedSerial) {
        Generation presented = Optional.ofNullable(presentedSerial)
                .flatMap(this::withSerial)
                .orElseThrow(() -> Refused.because(ErrorCode.NOT_YOUR_CERTIFICATE));
        Generation newest = live(today);
        if (!presented.isAcceptedOn(today)) {
            throw Refused.because(ErrorCode.NOT_YOUR_CERTIFICATE);
        }
        return newest;
    }

    Recorded recorded() {
        return new Recorded(Recorded.Kind.CERTIFICATE, requestId, getVersion());
    }

    void on(CertificateEvent event) {
        requestId = event.requestId();
        switch (event) {
            case CertificateApplied applied -> application = applied.application();
            case CertificateRejected rejected -> status = CertificateStatus.REJECTED;
            case CertificateCancelled cancelled -> status = CertificateStatus.CANCELLED;
            case CertificateIssued issued -> issued(issued);
            case CertificateSigningPrepared prepared ->
                generation(prepared.generation()).prepared(prepared);
            case CertificateSigned signed -> generation(signed.generation()).signed(signed.certificate());
            case CertificateDownloaded downloaded -> present(current).downloaded();
            case EscrowedKeyDestroyed destroyed -> present(current).keyDestroyed();
            case DownloadPeriodExtended extended -> present(current).openUntil(extended.downloadUntil());
            case NoticeReissued reissued -> {
                edition = reissued.edition();
                present(current).byNotice();
            }
            case ContactChanged changed -> held(holder().category(), changed.contact(), changed.terminalName());
            case CertificateRenewed renewed -> renewed(renewed);
            case PreviousKeyRetired retired ->
                generation(retired.key().generation()).retired();
            case CertificateExpired expired -> status = CertificateStatus.EXPIRED;
            case CertificateRevoked revoked -> status = CertificateStatus.REVOKED;
            case ApplicationReferred referred -> nothing();
            case ApplicationEndorsed endorsed -> nothing();
            case ReminderSent sent -> nothing();
            case RevocationRequested requested -> nothing();
            case RevocationDeclined declined -> nothing();
        }
    }

    private void issued(CertificateIssued event) {
        status = CertificateStatus.ISSUED;
        held(event.category(), event.contact(), event.terminalName());
        current = new Generation(null, event.issuedOn(), event.expiresOn(), event.downloadUntil());
    }

    private void renewed(CertificateRenewed event) {
        present(current).acceptedUntil(event.previousValidUntil());
        current = new Generation(current, event.renewedOn(), event.expiresOn(), event.downloadUntil());
    }

    private void held(Category category, Contact contact, String terminalName) {
        Application one = holder();
        application = new Application(
                one.institution(),
                category,
                one.prefecture(),
                one.scoreTable(),
                one.institutionName(),
                contact,
                terminalName);
    }

    private Generation generation(int number) {
        return generations(one -> one.number() == number).getFirst();
    }

    /** Goes on as it is: what follows from these events, the members that wait for it know. */
    private static void nothing() {}

    private static <T> T present(@Nullable T known) {
        if (known == null) {
            throw new IllegalStateException("the history lacks what must come first");
        }
        return known;
    }
}
