package jp.shomei.contracts.fee;

import java.time.LocalDate;
import jp.shomei.contracts.message.Recorded;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sets what a bill takes back off against the bill that has the charges and was written off: it is paid out no more. Answers
 * a {@link Recorded}; does nothing if that is done.
 *
 * @param billId the bill with the reversals
 * @param against the bill that was written off
 * @param amount yen, tax included, positive
 * @param on the day of writing it off, in Japan
 */
public record OffsetReversal(@TargetAggregateIdentifier String billId, String against, long amount, LocalDate on) {}
