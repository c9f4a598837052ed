package jp.shomei.command.fee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.contracts.fee.BeginCollection;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.CollectFee;
import jp.shomei.contracts.fee.NothingToCollect;
import jp.shomei.contracts.fee.RefundOrdered;
import jp.shomei.contracts.fee.SlipPlanned;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;

/**
 * Collecting a bill: begun when its month is closed, which fixes how it is paid, and then step by step as days come. One
 * call takes every step that is due: no step makes another one due on the same day.
 */
public class Collecting {

    private final BillRecord record;
    private final Deduction deduction;
    private final Slip slip;

    Collecting(BillRecord record, Deduction deduction, Slip slip) {
        this.record = record;
        this.deduction = deduction;
        this.slip = slip;
    }

    @CommandHandler
    public Recorded handle(
            BeginCollection command,
            Ledgers ledgers,
            FiledRegistrations registrations,
            PaymentMethodPolicy methods,
            CollectionCalendar calendar,
            Clock clock) {
        if (record.status() == BillStatus.OPEN) {
            if (ledgers.isOpen(record.month())) {
                throw Refused.because(ErrorCode.LEDGER_OPEN);
            }
            begin(method(registrations, methods), calendar, JapanTime.today(clock));
        }
        return BillRecord.recorded(command.billId());
    }

    @CommandHandler
    public Recorded handle(
            CollectFee command,
            FiledRegistrations registrations,
            CollectionCalendar calendar,
            SlipSettings slips,
            Clock clock) {
        LocalDate today = JapanTime.today(clock);
        switch (record.status()) {
            case DEDUCTION_FAILED -> deduction.instructSecondIfDue(today);
            case SLIP_PLANNED -> slip.issueIfDue(today, calendar, registrations, slips);
            case SLIP_ISSUED -> slip.warnIfDue(today, calendar);
            case OVERDUE -> slip.defaultIfDue(today);
            case OPEN, DEDUCTION_INSTRUCTED, DEDUCTED, PAID, DEFAULTED, WRITTEN_OFF -> {}
            case REFUND_DUE, REFUNDED, NOTHING_DUE -> {}
        }
        return BillRecord.recorded(command.billId());
    }

    private void begin(PaymentMethod method, CollectionCalendar calendar, LocalDate today) {
        if (record.amount() < 0) {
            apply(new RefundOrdered(record.billId(), -record.amount(), today));
        } else if (record.amount() == 0) {
            apply(new NothingToCollect(record.billId(), today));
        } else if (method == PaymentMethod.DEDUCTION) {
            deduction.instructFirst(today);
        } else {
            slip.plan(SlipPlanned.Cause.METHOD, calendar.slipDay(record.month(), today));
        }
    }

    private PaymentMethod method(FiledRegistrations registrations, PaymentMethodPolicy methods) {
        Category known = record.category();
        return registrations
                .find(record.institution())
                .map(filed -> methods.methodOf(filed.category(), filed.paymentMethod()))
                .orElseGet(() -> methods.methodOf(known, null));
    }
}
