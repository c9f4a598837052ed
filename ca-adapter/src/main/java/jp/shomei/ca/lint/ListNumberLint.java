package jp.shomei.ca.lint;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;

/** The list has a positive number of at most 20 octets (RFC 5280 section 5.2.3). */
final class ListNumberLint implements ListLint {

    private static final int MOST_OCTETS = 20;

    @Override
    public Optional<String> finding(ListToBeSigned list) {
        Extension found = list.content().getExtensions().getExtension(Extension.cRLNumber);
        if (found == null || found.isCritical()) {
            return Optional.of("the number is missing, or critical");
        }
        BigInteger number = ASN1Integer.getInstance(found.getParsedValue()).getValue();
        return Lint.unless(
                number.signum() > 0 && number.toByteArray().length <= MOST_OCTETS,
                "not a positive number of at most 20 octets");
    }
}
