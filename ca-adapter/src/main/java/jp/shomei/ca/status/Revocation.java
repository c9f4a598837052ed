package jp.shomei.ca.status;

import java.time.Instant;
import jp.shomei.contracts.certificate.RevocationReason;

/**
 * Since when a serial number is revoked, and why.
 *
 * @param serialNumber hexadecimal, lower case
 * @param revokedAt since when
 * @param reason why
 */
public record Revocation(String serialNumber, Instant revokedAt, RevocationReason reason) {}
