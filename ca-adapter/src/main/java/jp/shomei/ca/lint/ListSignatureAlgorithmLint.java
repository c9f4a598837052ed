package jp.shomei.ca.lint;

import java.util.Optional;
import jp.shomei.ca.x509.SigningAlgorithm;

/** The signature is of the one algorithm that the issuer's key has (RFC 5280 section 5.1.2.2). */
final class ListSignatureAlgorithmLint implements ListLint {

    @Override
    public Optional<String> finding(ListToBeSigned list) {
        return Lint.unless(
                SigningAlgorithm.of(list.issuer().getSubjectPublicKeyInfo())
                        .map(SigningAlgorithm::identifier)
                        .filter(list.content().getSignature()::equals)
                        .isPresent(),
                "not the algorithm of the issuer's key");
    }
}
