package jp.shomei.contracts.certificate;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts a revocation on record again that stands on a published revocation list and was lost from the history. Answers a
 * {@link jp.shomei.contracts.message.Recorded}; does nothing if the generation is not valid any more.
 *
 * @param requestId the certificate
 * @param serialNumber the generation's serial number, hexadecimal, lower case
 * @param reason why, as the list says
 * @param revokedAt since when, as the list says
 */
public record RevokeAsPublished(
        @TargetAggregateIdentifier String requestId, String serialNumber, RevocationReason reason, Instant revokedAt) {}
