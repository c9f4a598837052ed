package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * More was taken back than was charged: the rest is to be paid out.
 *
 * @param billId the bill
 * @param amount yen to be paid out, tax included, positive
 * @param orderedOn the day in Japan
 */
@Revision("1")
public record RefundOrdered(String billId, long amount, LocalDate orderedOn) implements FeeEvent {}
