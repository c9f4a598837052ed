package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * An officer rejects a waiting application. Answers a {@link jp.shomei.contracts.message.Recorded}; refused with
 * {@code INVALID_FIELDS} without a reason, {@code NOT_WAITING_APPROVAL} if it was decided already,
 * {@code REVIEW_OUTDATED} if what the officer was shown is not what holds now.
 *
 * @param requestId the certificate
 * @param reason what the applicant is told
 * @param review the {@link ApplicationReview#digest() digest} of what the officer was shown; none if it does not matter
 */
public record RejectApplication(
        @TargetAggregateIdentifier String requestId,
        @Nullable String reason,
        @Nullable String review) {}
