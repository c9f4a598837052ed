package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A payment slip (払込請求書) is to be sent.
 *
 * @param billId the bill
 * @param cause why by slip
 * @param amount yen, tax included
 * @param issueOn the day on which it is sent: the tenth, or the next business day
 */
@Revision("1")
public record SlipPlanned(String billId, Cause cause, long amount, LocalDate issueOn) implements FeeEvent {

    /** Why by slip. */
    public enum Cause {
        /** The institution pays by slip. */
        METHOD,
        /** Two payments were not enough to deduct from. */
        INSUFFICIENT
    }
}
