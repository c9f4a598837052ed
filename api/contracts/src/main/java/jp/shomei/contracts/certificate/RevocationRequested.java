package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import jp.shomei.contracts.institution.Contact;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants the certificate revoked (失効申請).
 *
 * @param requestId the certificate
 * @param reason why
 * @param requester who
 * @param askedBy for whom an officer acts; none otherwise
 * @param identifiedBy how the officer made sure who that is; none otherwise
 * @param requestedOn the day in Japan
 */
@Revision("1")
public record RevocationRequested(
        String requestId,
        RevocationReason reason,
        RevocationRequester requester,
        @Nullable Contact askedBy,
        @Nullable String identifiedBy,
        LocalDate requestedOn)
        implements CertificateEvent {}
