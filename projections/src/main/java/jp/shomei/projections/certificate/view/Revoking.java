package jp.shomei.projections.certificate.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequested;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.institution.Contact;
import org.jspecify.annotations.Nullable;

/**
 * How far the revocation of a certificate has come.
 *
 * @param request the request that waits for an officer (失効申請); none if there is none
 * @param done how it was revoked; none unless it was
 */
public record Revoking(@Nullable Request request, @Nullable Done done) {

    static final Revoking NONE = new Revoking(null, null);

    /**
     * A request to revoke.
     *
     * @param reason why
     * @param requester who asks
     * @param askedBy for whom an officer acts
     * @param identifiedBy how that person was identified
     * @param requestedAt since when, to the millisecond
     */
    public record Request(
            RevocationReason reason,
            RevocationRequester requester,
            @Nullable Contact askedBy,
            @Nullable String identifiedBy,
            Instant requestedAt) {}

    /**
     * The revocation.
     *
     * @param reason why
     * @param requester who wanted it
     * @param revokedAt when, to the millisecond
     */
    public record Done(RevocationReason reason, RevocationRequester requester, Instant revokedAt) {}

    static Revoking of(RevocationRequested event, Instant at) {
        Request request =
                new Request(event.reason(), event.requester(), event.askedBy(), event.identifiedBy(), stored(at));
        return new Revoking(request, null);
    }

    static Revoking of(CertificateRevoked event) {
        return new Revoking(null, new Done(event.reason(), event.requester(), stored(event.revokedAt())));
    }

    private static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
