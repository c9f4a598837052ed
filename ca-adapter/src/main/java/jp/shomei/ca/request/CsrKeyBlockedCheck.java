package jp.shomei.ca.request;

import java.util.Optional;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.contracts.refusal.FieldRule;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** The key, however it is spelled, is not on the block list. */
final class CsrKeyBlockedCheck implements CsrCheck {

    private final BlockedKeys blocked;

    CsrKeyBlockedCheck(BlockedKeys blocked) {
        this.blocked = blocked;
    }

    @Override
    public Optional<FieldRule> brokenBy(PKCS10CertificationRequest request) {
        SubjectPublicKeyInfo key = request.getSubjectPublicKeyInfo();
        return CsrCheck.unless(
                !blocked.isBlocked(PublicKeys.sha256(PublicKeys.canonical(key).orElse(key))),
                FieldRule.CSR_KEY_BLOCKED);
    }
}
