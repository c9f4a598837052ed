package jp.shomei.ca.lint;

import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;

/** Extended key usage is exactly the profile's (RFC 5280 section 4.2.1.12). */
final class ExtendedKeyUsageLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        return Lint.unlessExactly(
                certificate,
                Extension.extendedKeyUsage,
                false,
                certificate.profile().extendedKeyUsageExtension());
    }
}
