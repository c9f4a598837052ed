package jp.shomei.ca.lint;

import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;

/** The holder is no authority (RFC 5280 section 4.2.1.9). */
final class BasicConstraintsLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        return Lint.unlessExactly(certificate, Extension.basicConstraints, true, new BasicConstraints(false));
    }
}
