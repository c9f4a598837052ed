package jp.shomei.ca.lint;

import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Signed with RSA and SHA-256, its parameters NULL (RFC 4055 section 5), and nothing else. */
final class SignatureAlgorithmLint implements Lint {

    private static final AlgorithmIdentifier ALGORITHM =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        return Lint.unless(ALGORITHM.equals(certificate.content().getSignature()), "not sha256WithRSAEncryption");
    }
}
