package jp.shomei.command.fee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.FeeRefunded;
import jp.shomei.contracts.fee.OutcomeUnmatched;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.SlipPlanned;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;

/**
 * What the payment system reports of a bill. A line that is told once more changes nothing, so that a list that broke off
 * can go on; what does not fit is recorded for an officer, and changes nothing either.
 */
public class Outcomes {

    private final BillRecord record;
    private final Deduction deduction;
    private final Slip slip;

    Outcomes(BillRecord record, Deduction deduction, Slip slip) {
        this.record = record;
        this.deduction = deduction;
        this.slip = slip;
    }

    @CommandHandler
    public Recorded handle(RecordOutcome command, CollectionCalendar calendar, Clock clock) {
        LocalDate today = JapanTime.today(clock);
        if (!record.outcomes().include(command)) {
            if (fits(command, today)) {
                take(command, today, calendar);
            } else {
                apply(new OutcomeUnmatched(
                        command.billId(),
                        command.outcome(),
                        command.attempt(),
                        command.on(),
                        record.status(),
                        command.place()));
            }
        }
        return BillRecord.recorded(command.billId());
    }

    private boolean fits(RecordOutcome report, LocalDate today) {
        if (report.on().isBefore(record.claimedOn()) || report.on().isAfter(today)) {
            return false;
        }
        BillStatus status = record.status();
        return switch (report.outcome()) {
            case DEDUCTED, INSUFFICIENT ->
                status == BillStatus.DEDUCTION_INSTRUCTED && deduction.isAbout(report.attempt());
            case PAID ->
                switch (status) {
                    case SLIP_ISSUED, OVERDUE, DEFAULTED, REFUND_DUE -> true;
                    default -> false;
                };
            case UNPAID ->
                switch (status) {
                    case SLIP_ISSUED, OVERDUE, DEFAULTED, WRITTEN_OFF -> true;
                    case PAID -> !report.on().isAfter(record.nextOn());
                    default -> false;
                };
        };
    }

    private void take(RecordOutcome report, LocalDate today, CollectionCalendar calendar) {
        LocalDate day = report.on();
        switch (report.outcome()) {
            case DEDUCTED -> deduction.settled(day);
            case INSUFFICIENT -> {
                if (deduction.failedForGood(day)) {
                    slip.plan(SlipPlanned.Cause.INSUFFICIENT, calendar.fallbackSlipDay(record.month(), today));
                }
            }
            case PAID -> {
                if (record.status() == BillStatus.REFUND_DUE) {
                    apply(new FeeRefunded(report.billId(), -record.amount(), day, report.place()));
                } else {
                    slip.paid(report);
                }
            }
            case UNPAID -> {
                if (record.status() == BillStatus.SLIP_ISSUED) {
                    slip.warnIfDue(today, calendar);
                }
            }
        }
    }
}
