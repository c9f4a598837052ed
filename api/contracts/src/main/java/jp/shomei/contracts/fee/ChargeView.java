package jp.shomei.contracts.fee;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One charge, and what it came from.
 *
 * @param line its line in the ledger
 * @param month the billing month
 * @param sequence the number of its event in the bill's history, from 0
 * @param recordedAt when it was charged, with Japan's offset
 * @param cause the event that it came from
 * @param reversal the charge that takes it back; absent if none does
 * @param reversalReason why it was taken back, in the office's own words; absent unless an officer has said so, and for
 *     institutions
 */
public record ChargeView(
        @JsonUnwrapped LedgerLine line,
        BillingMonth month,
        long sequence,
        OffsetDateTime recordedAt,
        Cause cause,
        @Nullable String reversal,
        @Nullable String reversalReason) {

    /** The same without what officers say among themselves. */
    public ChargeView withoutReason() {
        return new ChargeView(line, month, sequence, recordedAt, cause, reversal, null);
    }

    /**
     * What it came from.
     *
     * @param type the name of the event: the approval, the renewal, the posting, or an officer's reversal
     * @param aggregate whose event: the certificate, the notice or the bill
     * @param on the day in Japan
     * @param generation the generation of the certificate; absent for postage
     */
    public record Cause(
            String type,
            String aggregate,
            LocalDate on,
            @Nullable Integer generation) {}
}
