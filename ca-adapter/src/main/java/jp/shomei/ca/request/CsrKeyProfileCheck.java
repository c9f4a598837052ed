package jp.shomei.ca.request;

import java.util.Optional;
import jp.shomei.ca.profile.CertificateProfiles;
import jp.shomei.contracts.refusal.FieldRule;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** The key is of a kind and size that a certificate profile allows. */
final class CsrKeyProfileCheck implements CsrCheck {

    private final CertificateProfiles profiles;

    CsrKeyProfileCheck(CertificateProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Optional<FieldRule> brokenBy(PKCS10CertificationRequest request) {
        return CsrCheck.unless(profiles.of(request.getSubjectPublicKeyInfo()).isPresent(), FieldRule.CSR_KEY);
    }
}
