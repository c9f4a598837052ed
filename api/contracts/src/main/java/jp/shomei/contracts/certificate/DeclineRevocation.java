package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * An officer declines a pending request to revoke. Answers a {@link jp.shomei.contracts.message.Recorded}; refused with
 * {@code INVALID_FIELDS} without a reason, {@code REVOCATION_NOT_PENDING}.
 *
 * @param requestId the certificate
 * @param reason why not
 */
public record DeclineRevocation(
        @TargetAggregateIdentifier String requestId,
        @Nullable String reason) {}
