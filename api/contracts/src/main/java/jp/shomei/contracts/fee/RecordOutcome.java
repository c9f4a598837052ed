package jp.shomei.contracts.fee;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records what the payment system reports of a bill. Answers a {@link Recorded}; does nothing if it has come before;
 * what does not fit is recorded as such, for an officer.
 *
 * @param billId the bill
 * @param outcome what became of it
 * @param attempt which deduction it is about; absent for the newest, and for slips
 * @param on the day of it, in Japan
 * @param place by which it is known if it comes again
 */
public record RecordOutcome(
        @TargetAggregateIdentifier String billId,
        PaymentOutcome outcome,
        @Nullable Integer attempt,
        LocalDate on,
        ResultPlace place) {}
