package jp.shomei.contracts.certificate;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The certificate is revoked (失効), for good: every generation that had not lapsed, and what was not signed yet never
 * will be handed out.
 *
 * @param requestId the certificate
 * @param reason why
 * @param requester who wanted it
 * @param approval who approved
 * @param keys what goes on the revocation lists; empty if nothing was ever signed
 * @param revokedAt the moment of approval
 */
@Revision("1")
public record CertificateRevoked(
        String requestId,
        RevocationReason reason,
        RevocationRequester requester,
        CertificateIssued.Approval approval,
        List<RevokedKey> keys,
        Instant revokedAt)
        implements CertificateEvent {

    public CertificateRevoked {
        keys = List.copyOf(keys);
    }
}
