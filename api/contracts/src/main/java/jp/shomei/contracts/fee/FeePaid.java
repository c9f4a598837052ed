package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The slip was paid, be it late.
 *
 * @param billId the bill
 * @param amount yen, tax included
 * @param paidOn the day in Japan
 * @param place where that was reported; absent if it was recorded before places were
 */
@Revision("2")
public record FeePaid(
        String billId,
        long amount,
        LocalDate paidOn,
        @Nullable ResultPlace place) implements FeeEvent {}
