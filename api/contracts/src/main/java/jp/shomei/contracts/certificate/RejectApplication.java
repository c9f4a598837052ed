package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * An officer rejects a waiting application. Answers a {@link jp.shomei.contracts.message.Recorded}; refused with
 * {@code INVALID_FIELDS} without a reason, {@code NOT_WAITING_APPROVAL} if it was decided already.
 *
 * @param requestId the certificate
 * @param reason what the applicant is told
 */
public record RejectApplication(
        @TargetAggregateIdentifier String requestId,
        @Nullable String reason) {}
