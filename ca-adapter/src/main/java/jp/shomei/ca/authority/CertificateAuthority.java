package jp.shomei.ca.authority;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import jp.shomei.ca.lint.Linted;
import jp.shomei.ca.x509.Certificates;

/** Who holds the issuing keys: key stores on disk, or a hardware token. */
public interface CertificateAuthority {

    /** The root's own certificate. */
    X509Certificate root();

    /** The issuing certificate under which new certificates are issued, signed by the root. */
    X509Certificate issuing();

    /** Every issuing certificate that has been in use and has not lapsed, newest first. */
    List<X509Certificate> issuers();

    /**
     * The newest issuing certificate that covers such a validity. After a rollover that is the one before for what was
     * issued before the newest began. If none covers it, the newest: the lints then refuse.
     */
    default X509Certificate issuerFor(Instant start, Instant end) {
        return issuers().stream()
                .filter(issuer -> !issuer.getNotBefore().toInstant().isAfter(start)
                        && !issuer.getNotAfter().toInstant().isBefore(end))
                .findFirst()
                .orElseGet(this::issuing);
    }

    /**
     * Signs, exactly, the bytes that passed the lints, with the key of the issuer they were linted for. Answers the
     * signed structure in DER: a certificate or a revocation list (RFC 5280 sections 4.1 and 5.1).
     *
     * @throws SigningFailed if the key cannot be used
     */
    byte[] sign(Linted linted);

    /**
     * Uses the newest issuing key for nothing, to see whether it can be used.
     *
     * @throws SigningFailed if it cannot
     */
    default void probe() {}

    /**
     * A certificate with what leads from it to the root, root included.
     *
     * @throws IllegalArgumentException if none of the issuers signed it
     */
    default List<X509Certificate> chainOf(X509Certificate holder) {
        X509Certificate issuer = issuers().stream()
                .filter(candidate -> Certificates.isSignedBy(holder, candidate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no issuer of this authority signed the certificate"));
        return List.of(holder, issuer, root());
    }
}
