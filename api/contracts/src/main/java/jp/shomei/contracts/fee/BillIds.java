package jp.shomei.contracts.fee;

import java.util.List;

/**
 * Bills.
 *
 * @param billIds in order
 */
public record BillIds(List<String> billIds) {

    public BillIds {
        billIds = List.copyOf(billIds);
    }
}
