package jp.shomei.ca.lint;

import java.util.Optional;
import jp.shomei.ca.profile.RsaExponent;
import jp.shomei.ca.x509.PublicKeys;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The key is of the profile's kind and size, in its one spelling; an RSA exponent is odd and from 65537 to 256 bits (NIST SP 800-56B section 6.2). */
final class PublicKeyStrengthLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        SubjectPublicKeyInfo key = certificate.content().getSubjectPublicKeyInfo();
        if (!certificate.profile().fits(key)) {
            return Optional.of("not a key of profile " + certificate.profile().name());
        }
        if (!PublicKeys.read(key).filter(RsaExponent::isStrong).isPresent()) {
            return Optional.of("the RSA exponent is weak");
        }
        return Lint.unless(
                PublicKeys.canonical(key).filter(key::equals).isPresent(), "the key is not written in its one form");
    }
}
