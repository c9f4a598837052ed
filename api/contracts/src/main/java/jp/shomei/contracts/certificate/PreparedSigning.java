package jp.shomei.contracts.certificate;

/**
 * A recorded intent to sign; see {@link CertificateSigningPrepared}.
 *
 * @param generation the generation
 * @param serialNumber hexadecimal, lower case
 * @param keyOrigin who made the key pair
 * @param publicKeySha256 digest of the SubjectPublicKeyInfo, hexadecimal
 * @param toBeSigned DER, base64
 */
public record PreparedSigning(
        int generation, String serialNumber, KeyOrigin keyOrigin, String publicKeySha256, String toBeSigned) {}
