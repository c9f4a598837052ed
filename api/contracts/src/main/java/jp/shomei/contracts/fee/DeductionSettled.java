package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The fees were deducted.
 *
 * @param billId the bill
 * @param attempt which instruction was carried out
 * @param amount yen, tax included
 * @param settledOn the day in Japan
 */
@Revision("1")
public record DeductionSettled(String billId, int attempt, long amount, LocalDate settledOn) implements FeeEvent {}
