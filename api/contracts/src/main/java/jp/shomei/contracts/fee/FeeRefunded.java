package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The refund was paid out.
 *
 * @param billId the bill
 * @param amount yen, tax included, positive
 * @param refundedOn the day in Japan
 */
@Revision("1")
public record FeeRefunded(String billId, long amount, LocalDate refundedOn) implements FeeEvent {}
