package jp.shomei.ca.lint;

import java.util.Optional;
import jp.shomei.ca.x509.KeyIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** The subject key identifier follows from the key (RFC 5280 section 4.2.1.2). */
final class SubjectKeyIdentifierLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        return Lint.unlessExactly(
                certificate,
                Extension.subjectKeyIdentifier,
                false,
                new SubjectKeyIdentifier(KeyIdentifiers.of(certificate.content().getSubjectPublicKeyInfo())));
    }
}
