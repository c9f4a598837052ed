package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an issued certificate to be revoked. Whoever is authenticated gets it at once: the institution, the terminal,
 * an officer acting for the authority. An officer acting for somebody else says for whom and how that person was
 * identified; then an officer has to approve. While such a request waits, one of the institution or the terminal overrides
 * it. Answers a {@link jp.shomei.contracts.message.Recorded}; refused with {@code INVALID_FIELDS}, {@code NOT_ISSUED},
 * {@code ALREADY_REVOKED}, {@code CERTIFICATE_EXPIRED}, {@code REVOCATION_PENDING}, {@code NOT_YOUR_CERTIFICATE}.
 *
 * @param requestId the certificate
 * @param reason the name of a {@link RevocationReason} that the requester may give
 * @param requester who asks
 * @param presentedSerial the serial number of the certificate a terminal presented, hexadecimal; none for others
 * @param askedBy for whom an officer acts
 * @param askedByPhone that person's telephone number
 * @param identifiedBy how that person was identified
 */
public record RequestRevocation(
        @TargetAggregateIdentifier String requestId,
        @Nullable String reason,
        RevocationRequester requester,
        @Nullable String presentedSerial,
        @Nullable String askedBy,
        @Nullable String askedByPhone,
        @Nullable String identifiedBy) {}
