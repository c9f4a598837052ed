package jp.shomei.ca.authority;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.PublicKeys;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** What must hold of an authority's keys and certificates before it may start. */
final class AuthorityCheck {

    private static final int KEY_CERT_SIGN = 5;
    private static final int CRL_SIGN = 6;

    private AuthorityCheck() {}

    static void requireRoot(X509Certificate root) {
        requireSignature(root, root, "the root certificate is not signed by itself");
    }

    static void requireChain(X509Certificate root, X509Certificate issuing) {
        requireRoot(root);
        requireSignature(issuing, root, "the issuing certificate is not signed by the root");
        if (!issuing.getIssuerX500Principal().equals(root.getSubjectX500Principal())) {
            throw new AuthorityUnusable("the issuing certificate names another issuer than the root");
        }
        if (root.getBasicConstraints() < 0 || issuing.getBasicConstraints() < 0) {
            throw new AuthorityUnusable("root and issuing certificate must be those of authorities");
        }
    }

    /** What is asked of a new issuing certificate, beyond what every start asks. */
    static void requireIssuing(X509Certificate root, X509Certificate issuing) {
        requireChain(root, issuing);
        if (issuing.getBasicConstraints() != 0) {
            throw new AuthorityUnusable("the issuing certificate must have path length 0: no authority below it");
        }
        boolean[] usage = issuing.getKeyUsage();
        if (usage == null || !usage[KEY_CERT_SIGN] || !usage[CRL_SIGN]) {
            throw new AuthorityUnusable("the issuing certificate must allow signing certificates and revocation lists");
        }
        if (issuing.getNotAfter().after(root.getNotAfter())
                || issuing.getNotBefore().before(root.getNotBefore())) {
            throw new AuthorityUnusable("the issuing certificate is valid outside the validity of the root");
        }
        requireKeyIdentifiers(root, issuing);
    }

    private static void requireKeyIdentifiers(X509Certificate root, X509Certificate issuing) {
        Extensions own = Certificates.structure(issuing).getExtensions();
        Extensions above = Certificates.structure(root).getExtensions();
        byte[] expected = KeyIdentifiers.of(PublicKeys.of(issuing.getPublicKey()));
        if (!Arrays.equals(SubjectKeyIdentifier.fromExtensions(own).getKeyIdentifier(), expected)
                || !Arrays.equals(
                        AuthorityKeyIdentifier.fromExtensions(own).getKeyIdentifierOctets(),
                        SubjectKeyIdentifier.fromExtensions(above).getKeyIdentifier())) {
            throw new AuthorityUnusable("the key identifiers in the issuing certificate are not those of the keys");
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

    static void requirePair(Issuer issuer, String whose) {
        try {
            issuer.probe();
        } catch (SigningFailed | IllegalArgumentException unusable) {
            throw new AuthorityUnusable("the " + whose + " key cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private static void requireSignature(X509Certificate certificate, X509Certificate signer, String message) {
        if (!Certificates.carriesSignatureOf(certificate, signer)) {
            throw new AuthorityUnusable(message);
        }
    }
}
