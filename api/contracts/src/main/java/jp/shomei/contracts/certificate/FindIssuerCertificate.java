package jp.shomei.contracts.certificate;

/**
 * Asks for one of the authority's issuing certificates. Answers an optional string: DER, base64.
 *
 * @param issuer its subject key identifier, hexadecimal
 */
public record FindIssuerCertificate(String issuer) {}
