package jp.shomei.contracts.fee;

import java.util.List;

/**
 * Records a list of results of the payment system on the bills of a month. All of it is accepted at once, so that none is
 * half recorded, also if the system stops amid of it. Answers a {@link ResultsReport}; a list that was accepted before
 * changes nothing; refused with {@code LEDGER_OPEN}, or {@code LEDGER_CLOSING} as long as
 * closing the month is not done.
 *
 * @param month the billing month
 * @param sha256 the digest of the list, hexadecimal
 * @param lines its lines, checked with {@link CheckResults}
 */
public record RecordResults(BillingMonth month, String sha256, List<ResultLine> lines) {

    public RecordResults {
        lines = List.copyOf(lines);
    }
}
