package jp.shomei.contracts.certificate;

/**
 * One generation of a certificate that is revoked with it. It was signed, or may have been: its intent is on record.
 *
 * @param generation the generation
 * @param serialNumber hexadecimal, lower case
 * @param publicKeySha256 digest of the SubjectPublicKeyInfo, hexadecimal
 */
public record RevokedKey(int generation, String serialNumber, String publicKeySha256) {}
