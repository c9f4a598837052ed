package jp.shomei.ca.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The issuer is named octet for octet as in its own certificate, and its key may sign lists (RFC 5280 sections 5.1.2.3 and 4.2.1.3). */
final class ListIssuerLint implements ListLint {

    @Override
    public Optional<String> finding(ListToBeSigned list) {
        if (!Arrays.equals(
                octets(list.content().getIssuer()), octets(list.issuer().getSubject()))) {
            return Optional.of("not the name of the issuing certificate");
        }
        return Lint.unless(
                KeyUsage.fromExtensions(list.issuer().getExtensions()).hasUsages(KeyUsage.cRLSign),
                "the issuer's key must not sign lists");
    }

    private static byte[] octets(X500Name name) {
        try {
            return name.getEncoded("DER");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
