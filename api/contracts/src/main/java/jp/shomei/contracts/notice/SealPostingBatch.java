package jp.shomei.contracts.notice;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that the archive of a batch was written. Answers a {@link jp.shomei.contracts.message.Recorded}; does nothing the
 * second time, if the digest is the same; refused with {@code POSTING_ARCHIVE_DIFFERS} if it is not.
 *
 * @param batchId the batch
 * @param letters how many letters it holds
 * @param bytes its length
 * @param sha256 its digest, hexadecimal
 */
public record SealPostingBatch(@TargetAggregateIdentifier String batchId, int letters, long bytes, String sha256) {}
