package jp.shomei.ca.lint;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/** No extension but those that other lints look at. */
final class ListKnownExtensionsLint implements ListLint {

    private static final Set<ASN1ObjectIdentifier> KNOWN =
            Set.of(Extension.authorityKeyIdentifier, Extension.cRLNumber, Extension.issuingDistributionPoint);

    @Override
    public Optional<String> finding(ListToBeSigned list) {
        return Arrays.stream(list.content().getExtensions().getExtensionOIDs())
                .filter(extension -> !KNOWN.contains(extension))
                .findFirst()
                .map(extension -> "unknown extension " + extension.getId());
    }
}
