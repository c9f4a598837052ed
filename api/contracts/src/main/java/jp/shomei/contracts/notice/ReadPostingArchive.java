package jp.shomei.contracts.notice;

/**
 * Asks for a part of a batch's archive; answered with an {@link ArchivePart}, or refused with
 * {@code POSTING_BATCH_NOT_FOUND}, {@code POSTING_BATCH_NOT_SEALED} until it is written, or
 * {@code POSTING_ARCHIVE_DIFFERS} if it was lost and could not be made again just as it was.
 *
 * @param batchId the batch
 * @param offset from which byte on
 */
public record ReadPostingArchive(String batchId, long offset) {}
