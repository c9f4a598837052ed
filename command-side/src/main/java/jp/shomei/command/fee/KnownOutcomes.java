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
import org.jspecify.annotations.Nullable;

/** What the payment system has reported of a bill so far, so that a report that comes again is known. */
final class KnownOutcomes {

    private final Set<Report> matched = new HashSet<>();
    private final Set<Report> unmatched = new HashSet<>();

    void on(FeeEvent event) {
        switch (event) {
            case DeductionSettled settled -> deduction(PaymentOutcome.DEDUCTED, settled.attempt(), settled.settledOn());
            case DeductionFailed failed -> deduction(PaymentOutcome.INSUFFICIENT, failed.attempt(), failed.failedOn());
            case FeePaid paid -> matched.add(new Report(PaymentOutcome.PAID, null, paid.paidOn()));
            case FeeRefunded refunded -> matched.add(new Report(PaymentOutcome.PAID, null, refunded.refundedOn()));
            case OutcomeUnmatched one -> unmatched.add(new Report(one.outcome(), one.attempt(), one.on()));
            default -> {}
        }
    }

    /** Whether just this is on record. A report that names no attempt is known by its day. */
    boolean include(RecordOutcome report) {
        Report one = new Report(report.outcome(), report.attempt(), report.on());
        return matched.contains(one) || unmatched.contains(one);
    }

    private void deduction(PaymentOutcome outcome, int attempt, LocalDate day) {
        matched.add(new Report(outcome, attempt, day));
        matched.add(new Report(outcome, null, day));
    }

    private record Report(PaymentOutcome outcome, @Nullable Integer attempt, LocalDate on) {}
}
