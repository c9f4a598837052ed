package jp.shomei.contracts.notice;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records that the notice was posted. Answers a {@link jp.shomei.contracts.message.Recorded}; refused with
 * {@code INVALID_FIELDS} or {@code NOTICE_NOT_PREPARED}.
 *
 * @param noticeId the notice
 * @param trackingNumber 11 digits, hyphens allowed
 */
public record DispatchNotice(
        @TargetAggregateIdentifier String noticeId,
        @Nullable String trackingNumber) {}
