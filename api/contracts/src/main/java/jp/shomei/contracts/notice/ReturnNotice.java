package jp.shomei.contracts.notice;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records that the notice came back. Answers a {@link jp.shomei.contracts.message.Recorded}; refused with
 * {@code INVALID_FIELDS} or {@code NOTICE_NOT_DISPATCHED}.
 *
 * @param noticeId the notice
 * @param reason why, as the post office says
 */
public record ReturnNotice(
        @TargetAggregateIdentifier String noticeId,
        @Nullable String reason) {}
