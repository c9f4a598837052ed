package jp.shomei.contracts.notice;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that the notice was delivered. Answers a {@link jp.shomei.contracts.message.Recorded}; refused with
 * {@code NOTICE_NOT_DISPATCHED}.
 *
 * @param noticeId the notice
 */
public record DeliverNotice(@TargetAggregateIdentifier String noticeId) {}
