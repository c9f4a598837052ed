package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The payment was less than the fees.
 *
 * @param billId the bill
 * @param attempt which instruction failed; after the second one a slip is sent
 * @param failedOn the day in Japan
 */
@Revision("1")
public record DeductionFailed(String billId, int attempt, LocalDate failedOn) implements FeeEvent {}
