package jp.shomei.projections.fee.view;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeReversed;
import jp.shomei.contracts.fee.DeductionFailed;
import jp.shomei.contracts.fee.DeductionInstructed;
import jp.shomei.contracts.fee.DeductionSettled;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.fee.FeeDefaulted;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.FeeOverdue;
import jp.shomei.contracts.fee.FeePaid;
import jp.shomei.contracts.fee.FeeRefunded;
import jp.shomei.contracts.fee.FeeWrittenOff;
import jp.shomei.contracts.fee.NothingToCollect;
import jp.shomei.contracts.fee.Offset;
import jp.shomei.contracts.fee.OutcomeUnmatched;
import jp.shomei.contracts.fee.RefundOrdered;
import jp.shomei.contracts.fee.ReversalOffset;
import jp.shomei.contracts.fee.SlipIssued;
import jp.shomei.contracts.fee.SlipPlanned;
import org.jspecify.annotations.Nullable;

/**
 * An event of a bill, in short.
 *
 * @param sequence its number in the bill's history
 * @param type its name
 * @param on the day in Japan it names
 * @param amount yen; none if none moved or is named
 * @param note what else is to be said; none if nothing
 * @param reason why an officer did it; none if none did
 */
public record BillStep(
        long sequence,
        String type,
        LocalDate on,
        @Nullable Long amount,
        @Nullable String note,
        @Nullable String reason) {

    /** A charge in short. */
    public static BillStep of(BillLine line) {
        Charge charge = line.charge();
        return new BillStep(
                line.sequence(),
                FeeCharged.class.getSimpleName(),
                charge.chargedOn(),
                (long) charge.amount(),
                charge.chargeId(),
                null);
    }

    /** An event in short; empty for a charge, of which there is a line. */
    static Optional<BillStep> of(FeeEvent event, long sequence) {
        return Optional.ofNullable(
                switch (event) {
                    case FeeCharged charged -> null;
                    case ChargeReversed it ->
                        step(it, sequence, it.reversedOn(), null, it.charge().chargeId())
                                .because(it.reason());
                    case DeductionInstructed it ->
                        step(it, sequence, it.instructedOn(), it.amount(), String.valueOf(it.attempt()));
                    case DeductionSettled it ->
                        step(it, sequence, it.settledOn(), it.amount(), String.valueOf(it.attempt()));
                    case DeductionFailed it -> step(it, sequence, it.failedOn(), null, String.valueOf(it.attempt()));
                    case SlipPlanned it ->
                        step(it, sequence, it.issueOn(), it.amount(), it.cause().name());
                    case SlipIssued it -> step(it, sequence, it.issuedOn(), it.amount(), null);
                    case FeePaid it -> step(it, sequence, it.paidOn(), it.amount(), null);
                    case FeeOverdue it ->
                        step(
                                it,
                                sequence,
                                it.dueOn(),
                                it.amount(),
                                it.revokeAfter().toString());
                    case FeeDefaulted it -> step(it, sequence, it.defaultedOn(), it.amount(), null);
                    case FeeWrittenOff it ->
                        step(it, sequence, it.writtenOffOn(), it.amount(), bills(it))
                                .because(it.reason());
                    case ReversalOffset it -> step(it, sequence, it.offsetOn(), it.amount(), it.against());
                    case RefundOrdered it -> step(it, sequence, it.orderedOn(), it.amount(), null);
                    case FeeRefunded it -> step(it, sequence, it.refundedOn(), it.amount(), null);
                    case NothingToCollect it -> step(it, sequence, it.closedOn(), null, null);
                    case OutcomeUnmatched it -> step(it, sequence, it.on(), null, reported(it));
                });
    }

    private static BillStep step(
            FeeEvent event, long sequence, LocalDate on, @Nullable Long amount, @Nullable String note) {
        return new BillStep(sequence, event.getClass().getSimpleName(), on, amount, note, null);
    }

    private BillStep because(String why) {
        return new BillStep(sequence, type, on, amount, note, why);
    }

    /** Against which reversals a part was set off. */
    private static @Nullable String bills(FeeWrittenOff event) {
        return event.offsets().isEmpty()
                ? null
                : event.offsets().stream().map(Offset::billId).collect(Collectors.joining(" "));
    }

    private static String reported(OutcomeUnmatched event) {
        return event.attempt() == null ? event.outcome().name() : event.outcome() + " " + event.attempt();
    }
}
