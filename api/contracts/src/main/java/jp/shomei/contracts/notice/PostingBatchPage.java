package jp.shomei.contracts.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of posting batches.
 *
 * @param items newest first
 * @param nextCursor for the next page; absent on the last
 */
public record PostingBatchPage(
        List<PostingBatchView> items, @Nullable String nextCursor) {

    public PostingBatchPage {
        items = List.copyOf(items);
    }
}
