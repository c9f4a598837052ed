package jp.shomei.ca.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;

/** The issuer is named exactly as in its own certificate, octet for octet (RFC 5280 section 4.1.2.4). */
final class IssuerNameLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        return Lint.unless(
                Arrays.equals(
                        octets(certificate.content().getIssuer()),
                        octets(certificate.issuer().getSubject())),
                "not the name of the issuing certificate");
    }

    private static byte[] octets(X500Name name) {
        try {
            return name.getEncoded("DER");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
