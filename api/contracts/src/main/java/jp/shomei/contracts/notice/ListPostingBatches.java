package jp.shomei.contracts.notice;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the posting batches, newest first; answered with a {@link PostingBatchPage}.
 *
 * @param cursor where the page before ended; none for the first page
 * @param limit at most so many, 1 to 200
 */
public record ListPostingBatches(@Nullable String cursor, int limit) {}
