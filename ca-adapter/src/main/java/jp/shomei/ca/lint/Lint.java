package jp.shomei.ca.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/** One clause that a certificate must keep. */
interface Lint {

    /** What is wrong, if anything is. */
    Optional<String> finding(ToBeSigned certificate);

    /** A finding unless the clause holds. */
    static Optional<String> unless(boolean holds, String finding) {
        return holds ? Optional.empty() : Optional.of(finding);
    }

    /** A finding unless the extension is there, just so critical, with exactly this value. */
    static Optional<String> unlessExactly(
            ToBeSigned certificate, ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
        Extension found = certificate.content().getExtensions().getExtension(extension);
        if (found == null) {
            return Optional.of("the extension is missing");
        }
        if (found.isCritical() != critical) {
            return Optional.of(critical ? "the extension must be critical" : "the extension must not be critical");
        }
        return unless(isWritten(value, found), "the extension has another value");
    }

    /** Whether the extension holds exactly this value, octet for octet. */
    static boolean isWritten(ASN1Encodable value, Extension extension) {
        try {
            return Arrays.equals(
                    extension.getExtnValue().getOctets(),
                    value.toASN1Primitive().getEncoded("DER"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
