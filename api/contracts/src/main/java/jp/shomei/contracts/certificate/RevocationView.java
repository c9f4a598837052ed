package jp.shomei.contracts.certificate;

import java.time.OffsetDateTime;

/**
 * How a certificate came to be revoked.
 *
 * @param reason its name in RFC 5280
 * @param requester who wanted it
 * @param revokedAt when, with Japan's offset
 */
public record RevocationView(String reason, RevocationRequester requester, OffsetDateTime revokedAt) {}
