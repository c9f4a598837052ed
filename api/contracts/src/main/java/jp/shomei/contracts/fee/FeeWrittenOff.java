package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * An officer gives up what was not paid.
 *
 * @param billId the bill
 * @param amount yen, tax included
 * @param reason why
 * @param writtenOffOn the day in Japan
 */
@Revision("1")
public record FeeWrittenOff(String billId, long amount, String reason, LocalDate writtenOffOn) implements FeeEvent {}
