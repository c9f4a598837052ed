package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * An officer approves a waiting application. Answers a {@link jp.shomei.contracts.message.Recorded}; refused with
 * {@code NOT_WAITING_APPROVAL} if it was decided already, {@code REVIEW_OUTDATED} if what the officer was shown is not
 * what holds now, {@code INSTITUTION_NOT_REGISTERED} if no registration is filed to issue to, {@code SECOND_OFFICER_NEEDED}
 * if two officers are needed and this one has approved, or applied, before.
 *
 * @param requestId the certificate
 * @param review the {@link ApplicationReview#digest() digest} of what the officer was shown; none if it does not matter
 */
public record ApproveApplication(
        @TargetAggregateIdentifier String requestId,
        @Nullable String review) {}
