package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The refund was paid out.
 *
 * @param billId the bill
 * @param amount yen, tax included, positive
 * @param refundedOn the day in Japan
 * @param place where that was reported; absent if it was recorded before places were
 */
@Revision("2")
public record FeeRefunded(
        String billId,
        long amount,
        LocalDate refundedOn,
        @Nullable ResultPlace place) implements FeeEvent {}
