package jp.shomei.projections.fee.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeReversed;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bill.
 *
 * @param charge the charge
 * @param sequence the number of its event in the bill's history
 * @param recordedAt when it was charged, to the millisecond
 * @param reversalReason why an officer has taken it back; none unless one has
 */
public record BillLine(
        Charge charge,
        long sequence,
        Instant recordedAt,
        @Nullable String reversalReason) {

    static BillLine of(Charge charge, long sequence, Instant at) {
        return new BillLine(charge, sequence, at.truncatedTo(ChronoUnit.MILLIS), null);
    }

    /** The line after a reversal; that of another charge changes nothing. */
    BillLine after(ChargeReversed event) {
        return event.charge().chargeId().equals(charge.chargeId())
                ? new BillLine(charge, sequence, recordedAt, event.reason())
                : this;
    }
}
