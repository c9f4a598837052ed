package jp.shomei.contracts.notice;

import org.axonframework.serialization.Revision;

/**
 * The archive of a batch was written; made again from the same events it is the same, byte for byte.
 *
 * @param batchId the batch
 * @param letters how many letters it holds
 * @param bytes its length
 * @param sha256 its digest, hexadecimal
 */
@Revision("1")
public record PostingBatchSealed(String batchId, int letters, long bytes, String sha256) implements PostingBatchEvent {}
