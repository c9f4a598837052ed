package jp.shomei.ca.authority;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/** What must hold of an authority's keys and certificates before it may start. */
final class AuthorityCheck {

    private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);

    private AuthorityCheck() {}

    static void requireChain(X509Certificate root, X509Certificate issuing) {
        requireSignature(root, root, "the root certificate is not signed by itself");
        requireSignature(issuing, root, "the issuing certificate is not signed by the root");
        if (!issuing.getIssuerX500Principal().equals(root.getSubjectX500Principal())) {
            throw new AuthorityUnusable("the issuing certificate names another issuer than the root");
        }
        if (root.getBasicConstraints() < 0 || issuing.getBasicConstraints() < 0) {
            throw new AuthorityUnusable("root and issuing certificate must be those of authorities");
        }
    }

    static void requireValidity(X509Certificate certificate, Instant now, String whose) {
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateExpiredException expired) {
            throw new AuthorityUnusable(
                    "the " + whose + " certificate expired at "
                            + certificate.getNotAfter().toInstant(),
                    expired);
        } catch (CertificateNotYetValidException early) {
            throw new AuthorityUnusable(
                    "the " + whose + " certificate begins only at "
                            + certificate.getNotBefore().toInstant(),
                    early);
        }
    }

    static void requirePair(PrivateKey key, X509Certificate certificate) {
        try {
            Signature signature = Signature.getInstance(AuthorityCertificate.SIGNATURE);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROBE);
            if (signature.verify(signed)) {
                return;
            }
        } catch (GeneralSecurityException unusable) {
            throw new AuthorityUnusable("the issuing key cannot be used", unusable);
        }
        throw new AuthorityUnusable("the issuing key does not belong to the issuing certificate");
    }

    private static void requireSignature(X509Certificate certificate, X509Certificate signer, String message) {
        try {
            certificate.verify(signer.getPublicKey());
        } catch (GeneralSecurityException notSigned) {
            throw new AuthorityUnusable(message, notSigned);
        }
    }
}
