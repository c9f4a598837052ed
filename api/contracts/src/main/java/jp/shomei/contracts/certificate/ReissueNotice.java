package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Mails a new notice with a new reference ID in place of one that was lost. Answers a
 * {@link jp.shomei.contracts.message.Recorded}; refused with {@code INVALID_FIELDS} without a reason,
 * {@code NOT_ISSUED}, {@code ALREADY_REVOKED}, {@code CERTIFICATE_EXPIRED}, {@code DOWNLOAD_PERIOD_OVER},
 * {@code INSTITUTION_NOT_REGISTERED} if no address is filed any more.
 *
 * @param requestId the certificate
 * @param reason what happened to the one before
 */
public record ReissueNotice(
        @TargetAggregateIdentifier String requestId,
        @Nullable String reason) {}
