package jp.shomei.ca.x509;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** Certificates from one form into another. */
public final class Certificates {

    private static final int PEM_LINE = 64;
    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII));

    private Certificates() {}

    /**
     * Reads DER.
     *
     * @throws IllegalArgumentException if it is no certificate
     */
    public static X509Certificate read(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException unreadable) {
            throw new IllegalArgumentException("not a certificate", unreadable);
        }
    }

    /** Whether the certificate names this issuer, and its signature is the issuer's. */
    public static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && carriesSignatureOf(certificate, issuer);
    }

    /** Whether the certificate's signature is that of this key, whatever it is called. */
    public static boolean carriesSignatureOf(X509Certificate certificate, X509Certificate signer) {
        try {
            certificate.verify(BouncyCastle.publicKey(PublicKeys.of(signer.getPublicKey())), BouncyCastle.PROVIDER);
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException notSigned) {
            return false;
        }
    }

    /** Writes DER. */
    public static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate that was read can be written", impossible);
        }
    }

    /** Writes DER in base64, as events and views carry it. */
    public static String base64(X509Certificate certificate) {
        return Base64.getEncoder().encodeToString(der(certificate));
    }

    /** Writes PEM (RFC 7468), one certificate after the other. */
    public static String pem(List<X509Certificate> chain) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : chain) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(LINES.encodeToString(der(certificate)))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return text.toString();
    }

    /** The same certificate, open to a look at its structure. */
    public static X509CertificateHolder structure(X509Certificate certificate) {
        try {
            return new X509CertificateHolder(der(certificate));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
