package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for bills for which something has come due; sees everything that has happened. What is named may be done already;
 * the command does nothing then. Answers {@link BillIds}.
 *
 * @param day the day in Japan
 * @param after the last bill of the answer before; absent for the first
 * @param limit how many at most, 1 to 10,000
 */
public record ListDueBills(LocalDate day, @Nullable String after, int limit) {}
