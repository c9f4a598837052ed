package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * What a bill takes back is set off (相殺) against the bill that has the charges and was written off. A refund of it ends, or
 * is less by that.
 *
 * @param billId the bill with the reversals
 * @param against the bill that was written off
 * @param amount yen, tax included, positive
 * @param offsetOn the day in Japan
 */
@Revision("1")
public record ReversalOffset(String billId, String against, long amount, LocalDate offsetOn) implements FeeEvent {}
