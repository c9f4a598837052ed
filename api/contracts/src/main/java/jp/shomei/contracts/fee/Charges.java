package jp.shomei.contracts.fee;

import java.util.List;

/**
 * What was charged.
 *
 * @param items in order of the day on which they arose
 */
public record Charges(List<ChargeView> items) {

    public Charges {
        items = List.copyOf(items);
    }

    /** The same without what officers say among themselves. */
    public Charges withoutReasons() {
        return new Charges(items.stream().map(ChargeView::withoutReason).toList());
    }
}
