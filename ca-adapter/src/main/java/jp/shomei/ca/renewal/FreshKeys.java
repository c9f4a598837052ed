package jp.shomei.ca.renewal;

import java.util.Optional;
import jp.shomei.ca.request.UsedKeys;
import jp.shomei.ca.request.UsedKeys.Use;
import jp.shomei.ca.signing.HolderKey;
import jp.shomei.contracts.certificate.RenewCertificate;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A renewal is for a new key (鍵の再利用の禁止), and that is looked at before it begins, since with it begins a fee. A look
 * claims nothing: whether the sender may renew at all is not known yet. The key is claimed once the certificate has named
 * the generation it is for. If the holder sends one key for two certificates at the same moment, one of them may have
 * begun its renewal when it finds the key taken; it goes on with another key, for the same fee.
 */
public final class FreshKeys {

    private final UsedKeys usedKeys;

    public FreshKeys(UsedKeys usedKeys) {
        this.usedKeys = usedKeys;
    }

    /**
     * The renewal for this key. It names the generation that has the key already, if one does: whether that is the one
     * to go on with, the certificate knows.
     *
     * @throws Refused with {@link ErrorCode#KEY_REUSED} if the key is that of another certificate
     */
    RenewCertificate renewal(String requestId, @Nullable String presentedSerial, HolderKey key) {
        Optional<Use> use = usedKeys.useOf(key.sha256());
        if (use.isPresent() && !use.get().requestId().equals(requestId)) {
            throw Refused.because(ErrorCode.KEY_REUSED);
        }
        return new RenewCertificate(
                requestId, presentedSerial, use.map(Use::generation).orElse(null));
    }
}
