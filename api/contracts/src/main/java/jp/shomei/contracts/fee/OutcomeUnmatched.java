package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The payment system reported what does not fit the bill, such as a second payment; an officer has to look at it. Nothing
 * else follows.
 *
 * @param billId the bill
 * @param outcome what was reported
 * @param attempt which instruction it was about; absent if that was not said
 * @param on the day it names
 * @param status where the bill stood
 * @param place where it was reported; absent if it was recorded before places were
 */
@Revision("2")
public record OutcomeUnmatched(
        String billId,
        PaymentOutcome outcome,
        @Nullable Integer attempt,
        LocalDate on,
        BillStatus status,
        @Nullable ResultPlace place)
        implements FeeEvent {}
