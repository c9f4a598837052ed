package jp.shomei.contracts.certificate;

import java.time.OffsetDateTime;
import jp.shomei.contracts.institution.Contact;
import org.jspecify.annotations.Nullable;

/**
 * A request to revoke that waits for an officer.
 *
 * @param requestId リクエストID
 * @param requestedAt since when, with Japan's offset
 * @param institution ten-digit code or insurer number
 * @param terminalName 端末名称等
 * @param reason its name in RFC 5280
 * @param requester who asks
 * @param askedBy for whom an officer acts
 * @param identifiedBy how that person was identified
 */
public record RevocationRequestView(
        String requestId,
        OffsetDateTime requestedAt,
        String institution,
        String terminalName,
        String reason,
        RevocationRequester requester,
        @Nullable Contact askedBy,
        @Nullable String identifiedBy) {}
