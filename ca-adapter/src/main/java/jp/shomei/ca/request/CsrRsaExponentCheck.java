package jp.shomei.ca.request;

import java.util.Optional;
import jp.shomei.ca.profile.RsaExponent;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.contracts.refusal.FieldRule;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** An RSA key's exponent is strong. */
final class CsrRsaExponentCheck implements CsrCheck {

    @Override
    public Optional<FieldRule> brokenBy(PKCS10CertificationRequest request) {
        return CsrCheck.unless(
                PublicKeys.read(request.getSubjectPublicKeyInfo())
                        .filter(RsaExponent::isStrong)
                        .isPresent(),
                FieldRule.CSR_KEY);
    }
}
