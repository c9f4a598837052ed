package jp.shomei.command.fee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeFee;
import jp.shomei.contracts.fee.ChargeReversed;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.OffsetReversal;
import jp.shomei.contracts.fee.ReversalOffset;
import jp.shomei.contracts.fee.ReverseCharge;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.FieldReader;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What an institution owes for one billing month. Here fees are charged, and taken back; collecting them is the part of
 * its members, by the {@link BillRecord} they share. A fee is charged once: its name is looked for before anything else,
 * also after the month was closed, so that who asks again is told so and goes on to no other month.
 */
public class Bill {

    @AggregateIdentifier
    private @Nullable String billId;

    private final BillRecord record = new BillRecord();

    private final Deduction deduction = new Deduction(record);

    @AggregateMember
    private final Slip slip = new Slip(record);

    @AggregateMember
    private final Collecting collecting = new Collecting(record, deduction, slip);

    @AggregateMember
    private final Outcomes outcomes = new Outcomes(record, deduction, slip);

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Recorded handle(
            ChargeFee command, Ledgers ledgers, FiledRegistrations registrations, PaymentMethodPolicy methods) {
        if (record.charge(command.charge().chargeId()).isEmpty()) {
            if (record.status() != BillStatus.OPEN || !ledgers.isOpen(BillId.month(command.billId()))) {
                throw Refused.because(ErrorCode.LEDGER_CLOSED);
            }
            apply(charged(command, registrations.find(command.institution()), methods));
        }
        return BillRecord.recorded(command.billId());
    }

    @CommandHandler
    public Recorded handle(ReverseCharge command, Clock clock) {
        FieldReader fields = new FieldReader();
        String reason = fields.text("reason", command.reason(), BillRecord.REASON_LIMIT);
        Refused.ifAny(fields.errors());
        Charge charge =
                record.charge(command.chargeId()).orElseThrow(() -> Refused.because(ErrorCode.CHARGE_NOT_FOUND));
        if (charge.reverses() != null) {
            throw Refused.because(ErrorCode.REVERSAL_IS_FINAL);
        }
        if (record.isReversed(charge)) {
            throw Refused.because(ErrorCode.CHARGE_REVERSED);
        }
        if (record.status() == BillStatus.WRITTEN_OFF) {
            throw Refused.because(ErrorCode.BILL_WRITTEN_OFF);
        }
        apply(new ChargeReversed(
                command.billId(), record.institution(), record.category(), charge, reason, JapanTime.today(clock)));
        return BillRecord.recorded(command.billId());
    }

    /** Sets off what it takes back, once for each bill that was written off. */
    @CommandHandler
    public Recorded handle(OffsetReversal command) {
        if (!record.isOffset(command.against())) {
            apply(new ReversalOffset(command.billId(), command.against(), command.amount(), command.on()));
        }
        return BillRecord.recorded(command.billId());
    }

    /** Which of these reversals it has, and what of them waits. */
    Reversals reversals(Set<String> wanted) {
        return record.reversals(wanted);
    }

    @EventSourcingHandler
    void on(FeeEvent event) {
        billId = event.billId();
        record.on(event);
    }

    private static FeeCharged charged(ChargeFee command, Optional<Registration> filed, PaymentMethodPolicy methods) {
        Category category = filed.map(Registration::category)
                .or(() -> Optional.ofNullable(command.category()))
                .orElseThrow(() -> Refused.because(
                        ErrorCode.INSTITUTION_NOT_REGISTERED,
                        command.institution().value()));
        @Nullable PaymentMethod chosen = filed.map(Registration::paymentMethod).orElse(null);
        @Nullable Prefecture prefecture = filed.map(Registration::prefecture).orElse(null);
        return new FeeCharged(
                command.billId(),
                command.institution(),
                category,
                prefecture,
                methods.methodOf(category, chosen),
                command.charge());
    }
}
