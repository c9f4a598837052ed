package jp.shomei.ca.recheck;

/**
 * A certificate on file.
 *
 * @param serialNumber under which it is filed, in lower-case hexadecimal
 * @param requestId whose it is
 * @param der the certificate
 * @param revoked whether it is revoked
 */
public record StoredCertificate(String serialNumber, String requestId, byte[] der, boolean revoked) {}
