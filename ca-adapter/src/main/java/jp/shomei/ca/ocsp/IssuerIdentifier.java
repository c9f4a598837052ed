package jp.shomei.ca.ocsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.shomei.ca.x509.Certificates;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * How requests call an issuer: by digests of its name and its key (RFC 6960 section 4.1.1), with SHA-1 or SHA-256. SHA-1
 * protects nothing here; it is what most programs send.
 *
 * @param algorithm the digest
 * @param name digest of the name
 * @param key digest of the key
 */
record IssuerIdentifier(ASN1ObjectIdentifier algorithm, byte[] name, byte[] key) {

    private static final Map<ASN1ObjectIdentifier, String> DIGESTS =
            Map.of(OIWObjectIdentifiers.idSHA1, "SHA-1", NISTObjectIdentifiers.id_sha256, "SHA-256");

    /** Every way to call an issuer. */
    static List<IssuerIdentifier> of(X509Certificate issuer) {
        return DIGESTS.keySet().stream().map(algorithm -> of(issuer, algorithm)).toList();
    }

    /** Whether the certificate asked for names this issuer. */
    boolean isIn(CertID certificate) {
        return certificate.getHashAlgorithm().getAlgorithm().equals(algorithm)
                && Arrays.equals(certificate.getIssuerNameHash().getOctets(), name)
                && Arrays.equals(certificate.getIssuerKeyHash().getOctets(), key);
    }

    /** How most programs ask for a certificate of this issuer. */
    CertID certificate(ASN1Integer serialNumber) {
        return new CertID(
                new AlgorithmIdentifier(algorithm, DERNull.INSTANCE),
                new DEROctetString(name),
                new DEROctetString(key),
                serialNumber);
    }

    private static IssuerIdentifier of(X509Certificate issuer, ASN1ObjectIdentifier algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(
                    Optional.ofNullable(DIGESTS.get(algorithm)).orElseThrow());
            X509CertificateHolder structure = Certificates.structure(issuer);
            return new IssuerIdentifier(
                    algorithm,
                    digest.digest(structure.getSubject().getEncoded("DER")),
                    digest.digest(structure
                            .getSubjectPublicKeyInfo()
                            .getPublicKeyData()
                            .getBytes()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1 and SHA-256", impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
