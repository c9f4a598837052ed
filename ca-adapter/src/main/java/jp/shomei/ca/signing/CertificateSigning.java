package jp.shomei.ca.signing;

import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.authority.SigningFailed;
import jp.shomei.ca.dispatch.Commands;
import jp.shomei.ca.lint.LintRefused;
import jp.shomei.ca.lint.Linted;
import jp.shomei.ca.lint.Linter;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.FindSigning;
import jp.shomei.contracts.certificate.PrepareSigning;
import jp.shomei.contracts.certificate.PreparedSigning;
import jp.shomei.contracts.certificate.RecordSigned;
import jp.shomei.contracts.certificate.SigningState;
import jp.shomei.contracts.message.Sha256;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From an order to a certificate on record. What is going to be signed is recorded before the key is used, and the
 * certificate before anyone gets it, so that a crash at any moment leaves either nothing or something that
 * {@link #complete} finishes. Callers hold the certificate's lock and are outside any unit of work.
 */
public final class CertificateSigning {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateSigning.class);

    private final CertificateAuthority authority;
    private final SigningDrafts drafts;
    private final Linter linter;
    private final SigningSteps steps;

    public CertificateSigning(CertificateAuthority authority, SigningDrafts drafts, Linter linter, SigningSteps steps) {
        this.authority = authority;
        this.drafts = drafts;
        this.linter = linter;
        this.steps = steps;
    }

    /**
     * The certificate of an order: the one on record, or else signed now for this key.
     *
     * @throws Refused with {@link ErrorCode#CERTIFICATE_HAS_ANOTHER_KEY} if the intent on record is for another key, and
     *     with {@link ErrorCode#SIGNING_UNAVAILABLE} if the issuing key cannot be used
     */
    public X509Certificate certificateFor(DownloadOrder order, HolderKey key, Commands commands) {
        String requestId = order.requestId();
        if (order.signing().prepared() != null) {
            return goOn(requestId, order.signing(), key, commands);
        }
        PrepareSigning draft = drafts.draft(order, key);
        Linted linted = lint(requestId, draft.signing());
        steps.reached(SigningStep.BEFORE_INTENT, requestId);
        if (prepare(draft, commands)) {
            steps.reached(SigningStep.AFTER_INTENT, requestId);
            return sign(requestId, draft.signing(), linted, commands);
        }
        return goOn(requestId, find(requestId, commands), key, commands);
    }

    /**
     * Finishes what is prepared and not signed; does nothing otherwise.
     *
     * @throws Refused with {@link ErrorCode#SIGNING_UNAVAILABLE} if the issuing key cannot be used
     */
    public void complete(String requestId, Commands commands) {
        SigningState state = find(requestId, commands);
        @Nullable PreparedSigning prepared = state.prepared();
        if (prepared != null && state.certificate() == null) {
            sign(requestId, prepared, lint(requestId, prepared), commands);
        }
    }

    private X509Certificate goOn(String requestId, SigningState state, HolderKey key, Commands commands) {
        @Nullable PreparedSigning prepared = state.prepared();
        @Nullable String certificate = state.certificate();
        if (prepared == null) {
            throw Refused.because(ErrorCode.SIGNING_IN_PROGRESS);
        }
        if (!key.isIn(prepared)) {
            throw Refused.because(ErrorCode.CERTIFICATE_HAS_ANOTHER_KEY);
        }
        return certificate == null
                ? sign(requestId, prepared, lint(requestId, prepared), commands)
                : Certificates.read(Base64.getDecoder().decode(certificate));
    }

    /** Whether our intent is on record now; if not, somebody else's is. */
    private static boolean prepare(PrepareSigning draft, Commands commands) {
        try {
            commands.tell(draft);
            return true;
        } catch (CommandExecutionException refused) {
            if (refused.<Object>getDetails().orElse(null) instanceof Refusal refusal
                    && refusal.code() == ErrorCode.SIGNING_IN_PROGRESS) {
                return false;
            }
            throw refused;
        }
    }

    private X509Certificate sign(String requestId, PreparedSigning prepared, Linted linted, Commands commands) {
        LOG.info("Signing {} for {}", prepared.serialNumber(), requestId);
        X509Certificate certificate = sign(requestId, linted);
        steps.reached(SigningStep.AFTER_SIGNATURE, requestId);
        commands.tell(new RecordSigned(
                requestId,
                prepared.serialNumber(),
                Sha256.hex(toBeSigned(prepared)),
                Certificates.base64(certificate)));
        LOG.info("Signed {} for {}", prepared.serialNumber(), requestId);
        steps.reached(SigningStep.AFTER_RECORD, requestId);
        return onRecord(requestId, prepared, commands).orElse(certificate);
    }

    /** Another node may have signed the same bytes at the same moment: what counts is the signature on record. */
    private static Optional<X509Certificate> onRecord(String requestId, PreparedSigning prepared, Commands commands) {
        SigningState state = find(requestId, commands);
        @Nullable PreparedSigning newest = state.prepared();
        @Nullable String certificate = state.certificate();
        return newest == null || certificate == null || !newest.serialNumber().equals(prepared.serialNumber())
                ? Optional.empty()
                : Optional.of(Certificates.read(Base64.getDecoder().decode(certificate)));
    }

    private X509Certificate sign(String requestId, Linted linted) {
        try {
            return Certificates.read(authority.sign(linted));
        } catch (SigningFailed | IllegalArgumentException failed) {
            LOG.error("The certificate of {} could not be signed", requestId, failed);
            throw Refused.because(ErrorCode.SIGNING_UNAVAILABLE);
        }
    }

    private Linted lint(String requestId, PreparedSigning prepared) {
        try {
            return linter.lint(toBeSigned(prepared));
        } catch (LintRefused refused) {
            LOG.error("The certificate of {} must not be signed", requestId, refused);
            throw Refused.because(ErrorCode.SIGNING_UNAVAILABLE);
        }
    }

    private static SigningState find(String requestId, Commands commands) {
        return commands.ask(new FindSigning(requestId), SigningState.class);
    }

    private static byte[] toBeSigned(PreparedSigning prepared) {
        return Base64.getDecoder().decode(prepared.toBeSigned());
    }
}
