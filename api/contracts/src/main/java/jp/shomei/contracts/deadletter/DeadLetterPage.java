package jp.shomei.contracts.deadletter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of events that could not be handled.
 *
 * @param items by group and aggregate
 * @param nextCursor for the next page; absent on the last
 */
public record DeadLetterPage(
        List<DeadLetterView> items, @Nullable String nextCursor) {

    public DeadLetterPage {
        items = List.copyOf(items);
    }
}
