package jp.shomei.contracts.notice;

/** The events of one posting batch. */
public sealed interface PostingBatchEvent permits PostingBatchPrepared, PostingBatchSealed {

    /** The batch. */
    String batchId();
}
