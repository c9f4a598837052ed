package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The slip was paid, be it late.
 *
 * @param billId the bill
 * @param amount yen, tax included
 * @param paidOn the day in Japan
 */
@Revision("1")
public record FeePaid(String billId, long amount, LocalDate paidOn) implements FeeEvent {}
