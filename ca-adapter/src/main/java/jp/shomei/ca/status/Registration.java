package jp.shomei.ca.status;

import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import jp.shomei.ca.publication.Pointers;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.ca.x509.SerialNumbers;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * What the register knows of a serial number from the bytes that were, or are to be, signed.
 *
 * @param serialNumber hexadecimal, lower case
 * @param issuer key identifier of the issuing certificate, hexadecimal
 * @param requestId the holder's certificate; none for one of the system's own services
 * @param generation its generation; none for a service
 * @param publicKeySha256 digest of the SubjectPublicKeyInfo, hexadecimal
 * @param partition the partition of revocation lists that the certificate names; none if it names none
 * @param list the address of the revocation list that the certificate names; none if it names none
 * @param notAfter end of validity
 */
public record Registration(
        String serialNumber,
        String issuer,
        @Nullable String requestId,
        @Nullable Integer generation,
        String publicKeySha256,
        @Nullable Integer partition,
        @Nullable String list,
        Instant notAfter) {

    /**
     * Of a TBSCertificate in DER.
     *
     * @throws IllegalArgumentException if it is none, or names no issuer's key
     */
    public static Registration ofToBeSigned(
            byte[] toBeSigned, @Nullable String requestId, @Nullable Integer generation) {
        return of(TBSCertificate.getInstance(toBeSigned), requestId, generation);
    }

    /**
     * Of a certificate in DER.
     *
     * @throws IllegalArgumentException if it is none, or names no issuer's key
     */
    public static Registration ofCertificate(
            byte[] certificate, @Nullable String requestId, @Nullable Integer generation) {
        try {
            return of(
                    new X509CertificateHolder(certificate).toASN1Structure().getTBSCertificate(),
                    requestId,
                    generation);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("not a certificate", unreadable);
        }
    }

    private static Registration of(TBSCertificate content, @Nullable String requestId, @Nullable Integer generation) {
        AuthorityKeyIdentifier authority = AuthorityKeyIdentifier.fromExtensions(content.getExtensions());
        if (authority == null || authority.getKeyIdentifierOctets() == null) {
            throw new IllegalArgumentException("the certificate does not name its issuer's key");
        }
        return new Registration(
                SerialNumbers.hex(content.getSerialNumber().getValue()),
                HexFormat.of().formatHex(authority.getKeyIdentifierOctets()),
                requestId,
                generation,
                PublicKeys.sha256(content.getSubjectPublicKeyInfo()),
                Pointers.partitionIn(content.getExtensions()),
                Pointers.listIn(content.getExtensions()),
                content.getEndDate().getDate().toInstant());
    }
}
