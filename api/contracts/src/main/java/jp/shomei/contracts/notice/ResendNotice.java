package jp.shomei.contracts.notice;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Has a returned notice posted once more on the next dispatch day. Answers a
 * {@link jp.shomei.contracts.message.Recorded}; refused with {@code NOTICE_NOT_RETURNED}.
 *
 * @param noticeId the notice
 */
public record ResendNotice(@TargetAggregateIdentifier String noticeId) {}
