package jp.shomei.ca.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import jp.shomei.ca.x509.SigningAlgorithm;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;

/**
 * An issuing certificate and its key.
 *
 * @param certificate signed by the root
 * @param key what signs for it
 * @param place where the key is, for messages
 */
record Issuer(X509Certificate certificate, AuthorityKey key, String place) {

    /** Begins like no structure in DER, so that no signature over it can be taken for another. */
    private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);

    /** Whether its certificate is valid at this moment. */
    boolean isValidAt(Instant now) {
        return !certificate.getNotBefore().toInstant().isAfter(now)
                && !certificate.getNotAfter().toInstant().isBefore(now);
    }

    /**
     * Uses the key for nothing.
     *
     * @throws SigningFailed if it cannot be used, or is not the certificate's
     */
    void probe() {
        byte[] signed = key.sign(PROBE);
        try {
            if (!Signatures.verify(certificate.getPublicKey(), SigningAlgorithm.of(certificate), PROBE, signed)) {
                throw new SigningFailed(place + " holds another key than the certificate's");
            }
        } catch (GeneralSecurityException failed) {
            throw new SigningFailed("the signature cannot be verified", failed);
        }
    }

    /**
     * What was to be signed with its signature, in DER.
     *
     * @throws SigningFailed if the key cannot be used, or what it made is wrong
     */
    byte[] sign(byte[] toBeSigned) {
        SigningAlgorithm algorithm = SigningAlgorithm.of(certificate);
        byte[] signed = key.sign(toBeSigned);
        try {
            // a fault in the computation must not leave this room: a wrong RSA signature can betray the key
            if (!Signatures.verify(certificate.getPublicKey(), algorithm, toBeSigned, signed)) {
                throw new SigningFailed("the signature is wrong");
            }
            ASN1Encodable[] parts = {
                ASN1Primitive.fromByteArray(toBeSigned), algorithm.identifier(), new DERBitString(signed)
            };
            return new DERSequence(parts).getEncoded("DER");
        } catch (GeneralSecurityException | IOException failed) {
            throw new SigningFailed("the signature cannot be verified", failed);
        }
    }
}
