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
 */
@Revision("1")
public record OutcomeUnmatched(
        String billId, PaymentOutcome outcome, @Nullable Integer attempt, LocalDate on, BillStatus status)
        implements FeeEvent {}
