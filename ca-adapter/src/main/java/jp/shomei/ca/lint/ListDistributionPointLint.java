package jp.shomei.ca.lint;

import java.util.Optional;
import jp.shomei.ca.publication.Pointers;
import org.bouncycastle.asn1.x509.Extension;

/**
 * A partition says, critically, where it is published, in the words of its certificates, and that it is for holders alone; a
 * complete list says nothing of the kind (RFC 5280 section 5.2.5).
 */
final class ListDistributionPointLint implements ListLint {

    @Override
    public Optional<String> finding(ListToBeSigned list) {
        return list.distributionPoints().isEmpty()
                ? Lint.unless(
                        list.content().getExtensions().getExtension(Extension.issuingDistributionPoint) == null,
                        "a complete list must not name a distribution point")
                : ListLint.unlessExactly(
                        list,
                        Extension.issuingDistributionPoint,
                        true,
                        Pointers.issuingDistributionPoint(list.distributionPoints()));
    }
}
