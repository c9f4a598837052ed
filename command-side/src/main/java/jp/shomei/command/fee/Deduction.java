package jp.shomei.command.fee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.shomei.contracts.fee.DeductionFailed;
import jp.shomei.contracts.fee.DeductionInstructed;
import jp.shomei.contracts.fee.DeductionSettled;
import org.jspecify.annotations.Nullable;

/**
 * Deducting a bill from what the institution is paid for its services: in the billing month and, if that payment was not
 * enough, once more in the month after. What is late is deducted from the first payment that is still to come.
 */
final class Deduction {

    private static final int FIRST = 1;
    private static final int SECOND = 2;

    private final BillRecord record;

    Deduction(BillRecord record) {
        this.record = record;
    }

    void instructFirst(LocalDate today) {
        instruct(FIRST, record.month().month(), today);
    }

    /** Instructs the second time, once the month after the first has begun. */
    void instructSecondIfDue(LocalDate today) {
        YearMonth next = record.instruction().deductIn().plusMonths(1);
        if (!today.isBefore(next.atDay(1))) {
            instruct(SECOND, next, today);
        }
    }

    /** Whether a report with this attempt is about the newest instruction. */
    boolean isAbout(@Nullable Integer attempt) {
        return attempt == null || attempt == record.instruction().attempt();
    }

    void settled(LocalDate day) {
        apply(new DeductionSettled(record.billId(), record.instruction().attempt(), record.amount(), day));
    }

    /** Records the failure, and tells whether it was the last. */
    boolean failedForGood(LocalDate day) {
        int attempt = record.instruction().attempt();
        apply(new DeductionFailed(record.billId(), attempt, day));
        return attempt == SECOND;
    }

    private void instruct(int attempt, YearMonth planned, LocalDate today) {
        YearMonth present = YearMonth.from(today);
        YearMonth deductIn = planned.isBefore(present) ? present : planned;
        apply(new DeductionInstructed(record.billId(), attempt, deductIn, record.amount(), today));
    }
}
