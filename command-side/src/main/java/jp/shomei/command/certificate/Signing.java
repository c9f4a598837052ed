package jp.shomei.command.certificate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.shomei.contracts.certificate.CertificateDownloaded;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.EscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.FindSigning;
import jp.shomei.contracts.certificate.OpenDownload;
import jp.shomei.contracts.certificate.PrepareSigning;
import jp.shomei.contracts.certificate.PreparedSigning;
import jp.shomei.contracts.certificate.RecordDownload;
import jp.shomei.contracts.certificate.RecordEscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.RecordSigned;
import jp.shomei.contracts.certificate.SigningState;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * Key, signature and download of a certificate: first the intent goes on record, then the signature, and only then is
 * anything handed out. One intent and one signature for each generation of the key.
 */
public class Signing {

    private static final int FIRST_GENERATION = 1;
    private static final int FIRST_EDITION = 1;
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    private final String requestId;
    private @Nullable CertificateIssued issued;
    private @Nullable PreparedSigning prepared;
    private String toBeSignedSha256 = "";
    private @Nullable String certificate;
    private boolean escrowedKeyDestroyed;

    Signing(String requestId) {
        this.requestId = requestId;
    }

    @CommandHandler
    public DownloadOrder handle(OpenDownload command, Clock clock) {
        CertificateIssued granted = downloadable(clock);
        return new DownloadOrder(
                requestId,
                FIRST_GENERATION,
                FIRST_EDITION,
                granted.institution(),
                granted.issuedOn(),
                granted.expiresOn(),
                granted.downloadUntil(),
                new SigningState(prepared, certificate));
    }

    @CommandHandler
    public SigningState handle(FindSigning command) {
        return new SigningState(prepared, certificate);
    }

    @CommandHandler
    public Recorded handle(PrepareSigning command, Clock clock) {
        downloadable(clock);
        if (prepared != null) {
            throw Refused.because(ErrorCode.SIGNING_IN_PROGRESS);
        }
        PreparedSigning intent = command.signing();
        if (intent.generation() != FIRST_GENERATION) {
            throw Refused.because(ErrorCode.SIGNING_MISMATCH);
        }
        apply(new CertificateSigningPrepared(
                requestId,
                intent.generation(),
                intent.serialNumber(),
                command.profile(),
                intent.keyOrigin(),
                intent.publicKeySha256(),
                intent.toBeSigned(),
                command.toBeSignedSha256()));
        return recorded();
    }

    @CommandHandler
    public Recorded handle(RecordSigned command) {
        if (prepared == null
                || !prepared.serialNumber().equals(command.serialNumber())
                || !toBeSignedSha256.equals(command.toBeSignedSha256())) {
            throw Refused.because(ErrorCode.SIGNING_MISMATCH);
        }
        if (certificate == null) {
            apply(new CertificateSigned(
                    requestId, prepared.generation(), prepared.serialNumber(), command.certificate()));
        }
        return recorded();
    }

    @CommandHandler
    public Recorded handle(RecordDownload command, Clock clock) {
        downloadable(clock);
        if (certificate == null) {
            throw Refused.because(ErrorCode.SIGNING_IN_PROGRESS);
        }
        apply(new CertificateDownloaded(requestId, command.form(), JapanTime.today(clock)));
        return recorded();
    }

    @CommandHandler
    public Recorded handle(RecordEscrowedKeyDestroyed command, Clock clock) {
        if (!escrowedKeyDestroyed) {
            apply(new EscrowedKeyDestroyed(requestId, JapanTime.today(clock)));
        }
        return recorded();
    }

    @EventSourcingHandler
    void on(CertificateIssued event) {
        issued = event;
    }

    @EventSourcingHandler
    void on(CertificateSigningPrepared event) {
        prepared = new PreparedSigning(
                event.generation(),
                event.serialNumber(),
                event.keyOrigin(),
                event.publicKeySha256(),
                event.toBeSigned());
        toBeSignedSha256 = event.toBeSignedSha256();
    }

    @EventSourcingHandler
    void on(CertificateSigned event) {
        certificate = event.certificate();
    }

    @EventSourcingHandler
    void on(EscrowedKeyDestroyed event) {
        escrowedKeyDestroyed = true;
    }

    private CertificateIssued downloadable(Clock clock) {
        if (issued == null) {
            throw Refused.because(ErrorCode.NOT_ISSUED);
        }
        LocalDate last = issued.downloadUntil();
        if (JapanTime.today(clock).isAfter(last)) {
            throw Refused.because(ErrorCode.DOWNLOAD_PERIOD_OVER, SHOWN.format(last));
        }
        return issued;
    }

    private Recorded recorded() {
        return new Recorded(Recorded.Kind.CERTIFICATE, requestId, getVersion());
    }
}
