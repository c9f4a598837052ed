package jp.shomei.ca.lint;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/** One clause that a revocation list must keep. */
interface ListLint {

    /** What is wrong, if anything is. */
    Optional<String> finding(ListToBeSigned list);

    /** A finding unless the extension is there, just so critical, with exactly this value. */
    static Optional<String> unlessExactly(
            ListToBeSigned list, ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
        Extension found = list.content().getExtensions().getExtension(extension);
        return found == null
                ? Optional.of("the extension is missing")
                : Lint.unless(
                        found.isCritical() == critical && Lint.isWritten(value, found),
                        "the extension is not as critical as it must be, or has another value");
    }
}
