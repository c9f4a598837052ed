package jp.shomei.command.fee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.ConsumptionTax;
import jp.shomei.contracts.fee.FeeDefaulted;
import jp.shomei.contracts.fee.FeeOverdue;
import jp.shomei.contracts.fee.FeePaid;
import jp.shomei.contracts.fee.FeeWrittenOff;
import jp.shomei.contracts.fee.Offset;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.SlipIssued;
import jp.shomei.contracts.fee.SlipPlanned;
import jp.shomei.contracts.fee.WriteOffFee;
import jp.shomei.contracts.institution.FieldReader;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;

/**
 * A payment slip (払込請求書) and what follows if it is not paid: a warning, the end of the certificates, and at last an
 * officer who gives it up. Every term counts from the day on which the step before was really taken, so that nobody has
 * less time for paying because something ran late.
 */
public class Slip {

    private final BillRecord record;

    Slip(BillRecord record) {
        this.record = record;
    }

    @CommandHandler
    public Recorded handle(WriteOffFee command, WaitingReversals reversals, Clock clock) {
        FieldReader fields = new FieldReader();
        String reason = fields.text("reason", command.reason(), BillRecord.REASON_LIMIT);
        Refused.ifAny(fields.errors());
        if (record.status() != BillStatus.OVERDUE && record.status() != BillStatus.DEFAULTED) {
            throw Refused.because(ErrorCode.BILL_NOT_OVERDUE, record.status().label());
        }
        List<Offset> offsets = reversals.find(record.institution(), record.month(), record.reversalsElsewhere());
        long owed = record.amount() - offsets.stream().mapToLong(Offset::amount).sum();
        apply(new FeeWrittenOff(command.billId(), owed, reason, JapanTime.today(clock), offsets));
        return BillRecord.recorded(command.billId());
    }

    void plan(SlipPlanned.Cause cause, LocalDate issueOn) {
        apply(new SlipPlanned(record.billId(), cause, record.amount(), issueOn));
    }

    void issueIfDue(
            LocalDate today, CollectionCalendar calendar, FiledRegistrations registrations, SlipSettings slips) {
        if (today.isBefore(record.nextOn()) || !calendar.isSlipDay(today)) {
            return;
        }
        Registration payer = registrations
                .find(record.institution())
                .orElseThrow(() -> Refused.because(
                        ErrorCode.INSTITUTION_NOT_REGISTERED,
                        record.institution().value()));
        apply(new SlipIssued(
                record.billId(),
                payer.name(),
                payer.address(),
                record.amount(),
                ConsumptionTax.within(record.amount()),
                today,
                calendar.dueOn(today),
                slips.issuer()));
    }

    void warnIfDue(LocalDate today, CollectionCalendar calendar) {
        if (today.isAfter(record.nextOn())) {
            apply(new FeeOverdue(
                    record.billId(),
                    record.institution(),
                    record.certificatesAtStake(),
                    record.amount(),
                    record.nextOn(),
                    calendar.revokeAfter(today)));
        }
    }

    void defaultIfDue(LocalDate today) {
        if (today.isAfter(record.nextOn())) {
            apply(new FeeDefaulted(record.billId(), record.certificatesAtStake(), record.amount(), today));
        }
    }

    void paid(RecordOutcome report) {
        apply(new FeePaid(record.billId(), record.amount(), report.on(), report.place()));
    }
}
