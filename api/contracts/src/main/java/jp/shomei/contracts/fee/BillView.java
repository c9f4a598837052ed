package jp.shomei.contracts.fee;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.shomei.contracts.institution.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * A bill with its lines and everything that was done to collect it.
 *
 * @param row the bill in one row
 * @param lines its lines
 * @param balances its accounts, yen; they add up to zero
 * @param slip the slip; absent unless one was sent
 * @param steps what has happened, in order
 */
public record BillView(
        @JsonUnwrapped BillSummary row,
        List<LedgerLine> lines,
        Map<Account, Long> balances,
        @Nullable Slip slip,
        List<Step> steps) {

    public BillView {
        lines = List.copyOf(lines);
        balances = new TreeMap<>(balances);
        steps = List.copyOf(steps);
    }

    /** The same without what officers say among themselves. */
    public BillView withoutReasons() {
        return new BillView(
                row,
                lines,
                balances,
                slip,
                steps.stream().map(Step::withoutReason).toList());
    }

    /**
     * A slip.
     *
     * @param payer the institution's name
     * @param address where it was sent
     * @param amount yen, tax included
     * @param taxIncluded the consumption tax inside, yen
     * @param issuedOn the day in Japan
     * @param dueOn the last day for paying
     * @param issuer what it says of the issuer; absent if it was sent before that was recorded
     */
    public record Slip(
            String payer,
            PostalAddress address,
            long amount,
            long taxIncluded,
            LocalDate issuedOn,
            LocalDate dueOn,
            @Nullable SlipIssuer issuer) {}

    /**
     * One event.
     *
     * @param sequence its number in the bill's history, from 0
     * @param type its name
     * @param on the day in Japan it names
     * @param amount yen; absent if none moved or is named
     * @param note what else is to be said: the attempt, an outcome, another bill; absent if nothing
     * @param reason why an officer did it, in the office's own words; absent if none did, and for institutions
     */
    public record Step(
            long sequence,
            String type,
            LocalDate on,
            @Nullable Long amount,
            @Nullable String note,
            @Nullable String reason) {

        private Step withoutReason() {
            return new Step(sequence, type, on, amount, note, null);
        }
    }
}
