package jp.shomei.ca.restoration;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.shomei.ca.publication.Pointers;
import jp.shomei.ca.status.Revocation;
import jp.shomei.ca.x509.BouncyCastle;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.ca.x509.SerialNumbers;
import jp.shomei.contracts.certificate.RevocationReason;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.jspecify.annotations.Nullable;

/**
 * What a published revocation list says.
 *
 * @param issuer key identifier of the issuing certificate that signed it, hexadecimal
 * @param partition the partition of certificates it is about; none for all
 * @param number its CRL number
 * @param thisUpdate from when it is
 * @param entries what is revoked
 */
record PublishedRevocations(
        String issuer, @Nullable Integer partition, BigInteger number, Instant thisUpdate, List<Revocation> entries) {

    /**
     * Reads a list in DER or PEM.
     *
     * @throws ListRefused if it is none, or none of these issuers signed it
     */
    static PublishedRevocations read(byte[] file, List<X509Certificate> issuers) {
        try {
            X509CRL list =
                    (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(file));
            X509Certificate issuer = issuers.stream()
                    .filter(one -> isSignedBy(list, one))
                    .findFirst()
                    .orElseThrow(
                            () -> new ListRefused("it is not signed by any issuing certificate of this authority"));
            X509CRLHolder structure = new X509CRLHolder(list.getEncoded());
            Extension number = Optional.ofNullable(structure.getExtension(Extension.cRLNumber))
                    .orElseThrow(() -> new ListRefused("it has no number"));
            return new PublishedRevocations(
                    KeyIdentifiers.hexOfIssuer(issuer),
                    Pointers.partitionOfList(structure.getExtensions()),
                    ASN1Integer.getInstance(number.getParsedValue()).getValue(),
                    list.getThisUpdate().toInstant(),
                    entries(list));
        } catch (GeneralSecurityException | java.io.IOException | IllegalArgumentException unreadable) {
            throw new ListRefused("it is no revocation list, or a part of one", unreadable);
        }
    }

    private static List<Revocation> entries(X509CRL list) {
        return Optional.<Set<? extends X509CRLEntry>>ofNullable(list.getRevokedCertificates()).orElse(Set.of()).stream()
                .filter(entry -> entry.getRevocationReason() != CRLReason.REMOVE_FROM_CRL)
                .map(entry -> new Revocation(
                        SerialNumbers.hex(entry.getSerialNumber()),
                        entry.getRevocationDate().toInstant(),
                        reason(entry)))
                .toList();
    }

    private static RevocationReason reason(X509CRLEntry entry) {
        int code = Optional.ofNullable(entry.getRevocationReason())
                .map(Enum::ordinal)
                .orElse(RevocationReason.UNSPECIFIED.code());
        return Arrays.stream(RevocationReason.values())
                .filter(reason -> reason.code() == code)
                .findFirst()
                .orElse(RevocationReason.UNSPECIFIED);
    }

    private static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(BouncyCastle.publicKey(PublicKeys.of(issuer.getPublicKey())), BouncyCastle.PROVIDER);
            return true;
        } catch (CRLException | java.security.InvalidKeyException | java.security.SignatureException notSigned) {
            return false;
        } catch (GeneralSecurityException unknown) {
            throw new ListRefused("its signature cannot be checked", unknown);
        }
    }
}
