package jp.shomei.contracts.fee;

import java.util.List;

/**
 * Months that are not closed.
 *
 * @param months in order
 */
public record OpenLedgers(List<BillingMonth> months) {

    public OpenLedgers {
        months = List.copyOf(months);
    }
}
