package jp.shomei.ca.lint;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/** No extension but those that other lints look at. */
final class KnownExtensionsLint implements Lint {

    private static final Set<ASN1ObjectIdentifier> KNOWN = Set.of(
            Extension.basicConstraints,
            Extension.keyUsage,
            Extension.extendedKeyUsage,
            Extension.subjectKeyIdentifier,
            Extension.authorityKeyIdentifier,
            Extension.cRLDistributionPoints,
            Extension.authorityInfoAccess);

    private final Set<ASN1ObjectIdentifier> known;

    /** The extensions of a holder's certificate. */
    KnownExtensionsLint() {
        this(KNOWN);
    }

    /** These extensions. */
    KnownExtensionsLint(Set<ASN1ObjectIdentifier> known) {
        this.known = known;
    }

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        return Arrays.stream(certificate.content().getExtensions().getExtensionOIDs())
                .filter(extension -> !known.contains(extension))
                .findFirst()
                .map(extension -> "unknown extension " + extension.getId());
    }
}
