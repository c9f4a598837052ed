package jp.shomei.ca.download;

import java.security.KeyPair;
import java.util.Optional;
import jp.shomei.ca.escrow.KeyEscrow;
import jp.shomei.ca.signing.HolderKey;
import jp.shomei.ca.signing.HolderKeys;
import jp.shomei.ca.signing.SigningStep;
import jp.shomei.ca.signing.SigningSteps;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.contracts.certificate.PreparedSigning;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** The key pairs of certificates whose keys the authority makes: made and kept for the first download, found again later. */
public final class EscrowedHolderKeys {

    private final KeyEscrow escrow;
    private final HolderKeys keys;
    private final SigningSteps steps;

    public EscrowedHolderKeys(KeyEscrow escrow, HolderKeys keys, SigningSteps steps) {
        this.escrow = escrow;
        this.keys = keys;
        this.steps = steps;
    }

    /**
     * The key pair for this order.
     *
     * @throws Refused with {@link ErrorCode#CERTIFICATE_HAS_ANOTHER_KEY} if the holder sent a key of its own before, with
     *     {@link ErrorCode#KEY_NOT_KEPT} if the key that goes with the certificate is not there any more
     */
    KeyPair of(DownloadOrder order, String referenceId) {
        @Nullable PreparedSigning prepared = order.signing().prepared();
        if (prepared == null) {
            KeyPair kept = escrow.keep(order.requestId(), referenceId, order.downloadUntil(), keys::next);
            steps.reached(SigningStep.AFTER_ESCROW, order.requestId());
            return kept;
        }
        if (prepared.keyOrigin() == KeyOrigin.HOLDER) {
            throw Refused.because(ErrorCode.CERTIFICATE_HAS_ANOTHER_KEY);
        }
        return kept(order, referenceId)
                .filter(pair -> HolderKey.madeHere(pair.getPublic()).isIn(prepared))
                .orElseThrow(() -> Refused.because(ErrorCode.KEY_NOT_KEPT));
    }

    /** Forgets a key that was made for this certificate, once the holder's own key is the one on record. */
    void discard(String requestId) {
        escrow.discard(requestId);
    }

    private Optional<KeyPair> kept(DownloadOrder order, String referenceId) {
        return escrow.find(order.requestId(), referenceId);
    }
}
