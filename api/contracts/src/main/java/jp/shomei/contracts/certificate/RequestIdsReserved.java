package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A block of a day's request numbers was reserved; they are never given out again.
 *
 * @param day the day in Japan
 * @param first the first number
 * @param last the last number
 */
@Revision("1")
public record RequestIdsReserved(LocalDate day, int first, int last) {}
