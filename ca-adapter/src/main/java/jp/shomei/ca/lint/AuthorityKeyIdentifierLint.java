package jp.shomei.ca.lint;

import java.util.Optional;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** The authority key identifier is the issuing certificate's subject key identifier (RFC 5280 section 4.2.1.1). */
final class AuthorityKeyIdentifierLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        byte[] issuer = SubjectKeyIdentifier.fromExtensions(certificate.issuer().getExtensions())
                .getKeyIdentifier();
        return Lint.unlessExactly(
                certificate, Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(issuer));
    }
}
