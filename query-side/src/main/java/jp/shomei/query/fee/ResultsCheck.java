package jp.shomei.query.fee;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.shomei.contracts.fee.FeePaid;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.ResultFaults.Fault;
import jp.shomei.contracts.fee.ResultFaults.Kind;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.projections.fee.view.BillDocument;
import jp.shomei.projections.fee.view.BillSlip;
import jp.shomei.projections.fee.view.Deduction;
import jp.shomei.projections.fee.view.Refund;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a list of results line by line. A line is at fault if it speaks of what never was instructed, sent or
 * ordered, if it contradicts what is on record, or if its day cannot be. What was reported before, and money that comes in
 * once more or too late, is no fault: it did happen.
 */
final class ResultsCheck {

    private final LocalDate today;
    private final Map<String, PaymentOutcome> told = new HashMap<>();

    ResultsCheck(LocalDate today) {
        this.today = today;
    }

    /** What is wrong with the next line. */
    Optional<Fault> fault(int index, ResultLine line, @Nullable BillDocument bill) {
        if (bill == null) {
            return Optional.of(new Fault(index, Kind.NO_BILL, null));
        }
        Kind fault = isToldTwice(line, bill) ? Kind.TWICE : fault(line, bill);
        return Optional.ofNullable(fault).map(kind -> new Fault(index, kind, bill.status()));
    }

    /** A slip may have been paid twice; nothing else can happen twice. */
    private boolean isToldTwice(ResultLine line, BillDocument bill) {
        PaymentOutcome before = told.putIfAbsent(bill.billId() + ":" + subject(line, bill), line.outcome());
        return before != null && !(before == PaymentOutcome.PAID && line.outcome() == PaymentOutcome.PAID);
    }

    /** What a line speaks of: one of the deductions, or the slip or refund. */
    private static String subject(ResultLine line, BillDocument bill) {
        return switch (line.outcome()) {
            case DEDUCTED, INSUFFICIENT ->
                "deduction "
                        + bill.deduction(line.attempt()).map(Deduction::attempt).orElse(line.attempt());
            case PAID, UNPAID -> "slip";
        };
    }

    private @Nullable Kind fault(ResultLine line, BillDocument bill) {
        return switch (line.outcome()) {
            case DEDUCTED, INSUFFICIENT -> deduction(line, bill);
            case PAID -> payment(line, bill);
            case UNPAID -> overdue(line, bill);
        };
    }

    private @Nullable Kind deduction(ResultLine line, BillDocument bill) {
        Deduction deduction = bill.deduction(line.attempt()).orElse(null);
        if (deduction == null || deduction.outcome() != null && deduction.outcome() != line.outcome()) {
            return Kind.DOES_NOT_FIT;
        }
        return day(line, deduction.instructedOn());
    }

    private @Nullable Kind payment(ResultLine line, BillDocument bill) {
        BillSlip slip = bill.slip();
        Refund refund = bill.refund();
        if (slip != null) {
            return day(line, slip.issuedOn());
        }
        return refund == null ? Kind.DOES_NOT_FIT : day(line, refund.orderedOn());
    }

    private @Nullable Kind overdue(ResultLine line, BillDocument bill) {
        BillSlip slip = bill.slip();
        if (slip == null || wasPaidBefore(line.on(), bill)) {
            return Kind.DOES_NOT_FIT;
        }
        Kind fault = day(line, slip.issuedOn());
        if (fault != null) {
            return fault;
        }
        return line.on().isAfter(slip.dueOn()) ? null : Kind.NOT_YET_DUE;
    }

    /** A slip that was paid late was rightly told to be unpaid before. */
    private static boolean wasPaidBefore(LocalDate day, BillDocument bill) {
        return bill.steps().stream()
                .anyMatch(step -> step.type().equals(FeePaid.class.getSimpleName())
                        && step.on().isBefore(day));
    }

    private @Nullable Kind day(ResultLine line, LocalDate from) {
        return line.on().isBefore(from) || line.on().isAfter(today) ? Kind.DAY_OUT_OF_RANGE : null;
    }
}
