package jp.shomei.contracts.notice;

/**
 * Asks for one posting batch; answered with an optional {@link PostingBatchView}.
 *
 * @param batchId the batch
 */
public record FindPostingBatch(String batchId) {}
