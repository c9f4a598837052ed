package jp.shomei.ca.ocsp;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * Who signs the answers about one issuer's certificates.
 *
 * @param issuer the issuing certificate
 * @param certificate the signer's own, signed by the issuer
 * @param key its key
 */
record OcspSigner(X509Certificate issuer, X509Certificate certificate, PrivateKey key) {

    /** Long enough to be renewed many times over, and longer than any answer is good for. */
    private static final Duration RESERVE = Duration.ofDays(15);

    /** Whether it is still so long valid that nobody needs to think of the next. */
    boolean isFresh(Instant now) {
        return isValid(now) && now.plus(RESERVE).isBefore(end());
    }

    /** Whether its answers are worth anything. */
    boolean isValid(Instant now) {
        return !certificate.getNotBefore().toInstant().isAfter(now) && now.isBefore(end());
    }

    /** When its validity ends. */
    Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    @Override
    public String toString() {
        return "OcspSigner[" + certificate.getSerialNumber().toString(16) + "]";
    }
}
