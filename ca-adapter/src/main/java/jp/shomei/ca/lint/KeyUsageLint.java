package jp.shomei.ca.lint;

import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;

/** Key usage is critical and exactly the profile's (RFC 5280 section 4.2.1.3). */
final class KeyUsageLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        return Lint.unlessExactly(
                certificate, Extension.keyUsage, true, certificate.profile().keyUsageExtension());
    }
}
