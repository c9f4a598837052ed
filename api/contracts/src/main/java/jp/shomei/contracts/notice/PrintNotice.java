package jp.shomei.contracts.notice;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a notice into a posting batch; from then on no box is added. Answers a
 * {@link jp.shomei.contracts.message.Recorded}; does nothing if it was printed in a batch before and has not been sent
 * back since, or is no longer to be posted.
 *
 * @param noticeId the notice
 * @param batchId the batch
 */
public record PrintNotice(@TargetAggregateIdentifier String noticeId, String batchId) {}
