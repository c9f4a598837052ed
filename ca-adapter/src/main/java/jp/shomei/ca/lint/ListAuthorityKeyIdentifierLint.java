package jp.shomei.ca.lint;

import java.util.Optional;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** The authority key identifier is the issuing certificate's subject key identifier (RFC 5280 section 5.2.1). */
final class ListAuthorityKeyIdentifierLint implements ListLint {

    @Override
    public Optional<String> finding(ListToBeSigned list) {
        byte[] issuer = SubjectKeyIdentifier.fromExtensions(list.issuer().getExtensions())
                .getKeyIdentifier();
        return ListLint.unlessExactly(
                list, Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(issuer));
    }
}
