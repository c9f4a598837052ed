package jp.shomei.ca.request;

import java.util.Optional;
import jp.shomei.contracts.refusal.FieldRule;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** The key, however it is spelled, is not on the block list. */
final class CsrKeyBlockedCheck implements CsrCheck {

    private final BlockedKeys blocked;

    CsrKeyBlockedCheck(BlockedKeys blocked) {
        this.blocked = blocked;
    }

    @Override
    public Optional<FieldRule> brokenBy(PKCS10CertificationRequest request) {
        return CsrCheck.unless(!blocked.isBlocked(request.getSubjectPublicKeyInfo()), FieldRule.CSR_KEY_BLOCKED);
    }
}
