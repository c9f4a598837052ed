package jp.shomei.ca.download;

import java.security.KeyPair;
import jp.shomei.ca.escrow.KeyEscrow;
import jp.shomei.ca.pool.KeyPool;
import jp.shomei.ca.signing.HolderKey;
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
    private final KeyPool keys;
    private final SigningSteps steps;

    public EscrowedHolderKeys(KeyEscrow escrow, KeyPool keys, SigningSteps steps) {
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
    KeyPair of(DownloadOrder order) {
        escrow.destroyBefore(order.requestId(), order.generation());
        @Nullable PreparedSigning prepared = order.signing().prepared();
        if (prepared == null) {
            KeyPair kept = escrow.keep(order.requestId(), order.generation(), order.downloadUntil(), keys::take);
            steps.reached(SigningStep.AFTER_ESCROW, order.requestId());
            return kept;
        }
        if (prepared.keyOrigin() == KeyOrigin.HOLDER) {
            throw Refused.because(ErrorCode.CERTIFICATE_HAS_ANOTHER_KEY);
        }
        return escrow.find(order.requestId(), order.generation())
                .filter(pair -> HolderKey.madeHere(pair.getPublic()).isIn(prepared))
                .orElseThrow(() -> Refused.because(ErrorCode.KEY_NOT_KEPT));
    }

    /** Forgets keys that were made for this certificate, once the holder's own key is the one on record. */
    void discard(DownloadOrder order) {
        escrow.destroyBefore(order.requestId(), order.generation());
        escrow.discard(order.requestId(), order.generation());
    }
}
