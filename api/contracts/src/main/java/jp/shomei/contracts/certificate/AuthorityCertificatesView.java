package jp.shomei.contracts.certificate;

/**
 * The authority's own certificates, in DER, base64.
 *
 * @param root the root
 * @param issuing the issuing authority, signed by the root
 */
public record AuthorityCertificatesView(String root, String issuing) {}
