package jp.shomei.contracts.certificate;

import org.axonframework.serialization.Revision;

/**
 * Intent, recorded before the issuing key is used: exactly these bytes, and no others, may be signed for this
 * certificate. Whoever finds this event without the {@link CertificateSigned} that follows can finish the work.
 *
 * @param requestId the certificate
 * @param generation 1 for the first key, one more for each renewal
 * @param serialNumber hexadecimal, lower case, at least 128 random bits
 * @param profile name of the certificate profile
 * @param keyOrigin who made the key pair
 * @param publicKeySha256 digest of the SubjectPublicKeyInfo, hexadecimal
 * @param toBeSigned the TBSCertificate (RFC 5280 section 4.1.1.1) in DER, base64
 * @param toBeSignedSha256 its digest, hexadecimal
 */
@Revision("1")
public record CertificateSigningPrepared(
        String requestId,
        int generation,
        String serialNumber,
        String profile,
        KeyOrigin keyOrigin,
        String publicKeySha256,
        String toBeSigned,
        String toBeSignedSha256)
        implements CertificateEvent {}
