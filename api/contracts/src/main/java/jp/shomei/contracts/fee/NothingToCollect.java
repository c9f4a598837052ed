package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * Charges and reversals cancel out.
 *
 * @param billId the bill
 * @param closedOn the day in Japan
 */
@Revision("1")
public record NothingToCollect(String billId, LocalDate closedOn) implements FeeEvent {}
