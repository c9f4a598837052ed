package jp.shomei.command.certificate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.FindSigning;
import jp.shomei.contracts.certificate.PrepareSigning;
import jp.shomei.contracts.certificate.PreparedSigning;
import jp.shomei.contracts.certificate.RecordSigned;
import jp.shomei.contracts.certificate.SigningState;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;

/**
 * Key and signature of a certificate: first the intent goes on record, then the signature. One intent and one signature
 * for each generation. An intent on record is always finished, whatever happens to the certificate in between: its bytes
 * may have been signed already, and a signature must not be missing from the history.
 */
public class Signing {

    private final Standing standing;

    Signing(Standing standing) {
        this.standing = standing;
    }

    @CommandHandler
    public SigningState handle(FindSigning command) {
        return standing.newest().map(Generation::signing).orElseGet(() -> new SigningState(null, null));
    }

    @CommandHandler
    public Recorded handle(PrepareSigning command, Clock clock) {
        Generation open = Handover.open(standing, JapanTime.today(clock));
        if (open.isPrepared()) {
            throw Refused.because(ErrorCode.SIGNING_IN_PROGRESS);
        }
        PreparedSigning intent = command.signing();
        if (intent.generation() != open.number()
                || standing.withSerial(intent.serialNumber()).isPresent()) {
            throw Refused.because(ErrorCode.SIGNING_MISMATCH);
        }
        apply(new CertificateSigningPrepared(
                command.requestId(),
                intent.generation(),
                intent.serialNumber(),
                command.profile(),
                intent.keyOrigin(),
                intent.publicKeySha256(),
                intent.toBeSigned(),
                command.toBeSignedSha256()));
        return standing.recorded();
    }

    @CommandHandler
    public Recorded handle(RecordSigned command) {
        Generation prepared = standing.withSerial(command.serialNumber())
                .filter(one -> one.mayBeSigned(command.toBeSignedSha256()))
                .orElseThrow(() -> Refused.because(ErrorCode.SIGNING_MISMATCH));
        if (!prepared.isSigned()) {
            apply(new CertificateSigned(
                    command.requestId(),
                    prepared.number(),
                    prepared.revokedKey().serialNumber(),
                    command.certificate()));
        }
        return standing.recorded();
    }
}
