package jp.shomei.command.fee;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import jp.shomei.contracts.fee.DeductionFailed;
import jp.shomei.contracts.fee.DeductionSettled;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.FeePaid;
import jp.shomei.contracts.fee.FeeRefunded;
import jp.shomei.contracts.fee.OutcomeUnmatched;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.ResultPlace;
import org.jspecify.annotations.Nullable;

/**
 * What the payment system has reported of a bill so far, so that a report that comes again is known. A deduction has one
 * outcome: who names it again says nothing new. A slip can be paid twice, be it on one day: of payments only the line that
 * was told before is known, by its place in the lists of results.
 */
final class KnownOutcomes {

    private final Set<Report> reports = new HashSet<>();
    private final Set<ResultPlace> places = new HashSet<>();

    void on(FeeEvent event) {
        switch (event) {
            case DeductionSettled settled -> deduction(PaymentOutcome.DEDUCTED, settled.attempt(), settled.settledOn());
            case DeductionFailed failed -> deduction(PaymentOutcome.INSUFFICIENT, failed.attempt(), failed.failedOn());
            case FeePaid paid -> payment(paid.paidOn(), paid.place());
            case FeeRefunded refunded -> payment(refunded.refundedOn(), refunded.place());
            case OutcomeUnmatched unmatched
            when unmatched.outcome() == PaymentOutcome.PAID -> payment(unmatched.on(), unmatched.place());
            case OutcomeUnmatched unmatched -> add(unmatched.outcome(), unmatched.attempt(), unmatched.on());
            default -> {}
        }
    }

    /** Whether just this is on record. One that names no attempt is known by its day. */
    boolean include(RecordOutcome report) {
        return places.contains(report.place())
                || reports.contains(Report.of(report.outcome(), report.attempt(), report.on()));
    }

    private void deduction(PaymentOutcome outcome, int attempt, LocalDate day) {
        add(outcome, attempt, day);
        add(outcome, null, day);
    }

    /** One whose place is not recorded is known by its day, as it was then. */
    private void payment(LocalDate day, @Nullable ResultPlace place) {
        if (place == null) {
            add(PaymentOutcome.PAID, null, day);
        } else {
            places.add(place);
        }
    }

    private void add(PaymentOutcome outcome, @Nullable Integer attempt, LocalDate day) {
        reports.add(Report.of(outcome, attempt, day));
    }

    private record Report(PaymentOutcome outcome, @Nullable Integer attempt, LocalDate on) {

        /** A slip knows no attempts: whatever is said of them makes no other report. */
        static Report of(PaymentOutcome outcome, @Nullable Integer attempt, LocalDate on) {
            return switch (outcome) {
                case DEDUCTED, INSUFFICIENT -> new Report(outcome, attempt, on);
                case PAID, UNPAID -> new Report(outcome, null, on);
            };
        }
    }
}
