package jp.shomei.contracts.fee;

import java.util.List;

/**
 * Asks what is wrong with a list of results; sees everything that has happened. Answers {@link ResultFaults}.
 *
 * @param month the billing month
 * @param lines the lines, in order
 */
public record CheckResults(BillingMonth month, List<ResultLine> lines) {

    public CheckResults {
        lines = List.copyOf(lines);
    }
}
