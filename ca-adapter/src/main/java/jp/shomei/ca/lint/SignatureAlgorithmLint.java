package jp.shomei.ca.lint;

import java.util.Optional;
import jp.shomei.ca.x509.SigningAlgorithm;

/** The signature is of the one algorithm that the issuer's key has, parameters and all (RFC 5280 section 4.1.2.3). */
final class SignatureAlgorithmLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        return SigningAlgorithm.of(certificate.issuer().getSubjectPublicKeyInfo())
                .map(expected -> Lint.unless(
                        expected.identifier().equals(certificate.content().getSignature()),
                        "not " + expected.javaName() + ", the algorithm of the issuer's key"))
                .orElseGet(() -> Optional.of("the issuer's key has no algorithm"));
    }
}
