package jp.shomei.contracts.fee;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of bills.
 *
 * @param items the bills
 * @param nextCursor for the next page; absent on the last
 */
public record BillPage(List<BillSummary> items, @Nullable String nextCursor) {

    public BillPage {
        items = List.copyOf(items);
    }
}
