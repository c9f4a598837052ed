package jp.shomei.ca.renewal;

import jp.shomei.ca.dispatch.Commands;
import jp.shomei.ca.request.UsedKeys;
import jp.shomei.ca.signing.HolderKey;
import jp.shomei.contracts.certificate.FindSigning;
import jp.shomei.contracts.certificate.PreparedSigning;
import jp.shomei.contracts.certificate.RenewCertificate;
import jp.shomei.contracts.certificate.SigningState;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A renewal is for a new key (鍵の再利用の禁止). Whether a key is new is settled before the renewal begins, as far as that
 * can be told without beginning it.
 */
public final class FreshKeys {

    private static final int FIRST = 1;

    private final UsedKeys usedKeys;

    public FreshKeys(UsedKeys usedKeys) {
        this.usedKeys = usedKeys;
    }

    /**
     * Claims the key for the generation that is to come. Nothing is claimed where a renewal that has begun goes on: its
     * key is claimed already, or will be when its generation is known.
     *
     * @throws Refused with {@link ErrorCode#KEY_REUSED} if the key is that of another certificate, of an earlier
     *     generation, or of the very certificate that is to be renewed
     */
    void require(HolderKey key, RenewCertificate renewal, Commands commands) {
        @Nullable PreparedSigning current = commands.ask(new FindSigning(renewal.requestId()), SigningState.class)
                .prepared();
        if (current == null) {
            return;
        }
        boolean fresh = current.publicKeySha256().equals(key.sha256())
                ? isAskedForAgain(current, key, renewal)
                : usedKeys.claim(key.sha256(), renewal.requestId(), current.generation() + 1);
        if (!fresh) {
            throw Refused.because(ErrorCode.KEY_REUSED);
        }
    }

    /** The newest certificate has this key. That is in order only if the renewal that led to it is asked for once more. */
    private static boolean isAskedForAgain(PreparedSigning current, HolderKey key, RenewCertificate renewal) {
        return key.isIn(current)
                && current.generation() > FIRST
                && !current.serialNumber().equals(renewal.presentedSerial());
    }
}
