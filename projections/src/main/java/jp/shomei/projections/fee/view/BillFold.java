package jp.shomei.projections.fee.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.shomei.contracts.fee.BillStatus;
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
import jp.shomei.contracts.fee.Journal;
import jp.shomei.contracts.fee.NothingToCollect;
import jp.shomei.contracts.fee.OutcomeUnmatched;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RefundOrdered;
import jp.shomei.contracts.fee.ReversalOffset;
import jp.shomei.contracts.fee.SlipIssued;
import jp.shomei.contracts.fee.SlipPlanned;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Prefecture;
import org.jspecify.annotations.Nullable;

/** Which parts of a bill's document each event changes. */
final class BillFold {

    private final String billId;
    private Category category;
    private @Nullable Prefecture prefecture;
    private PaymentMethod method;
    private BillStatus status = BillStatus.OPEN;
    private @Nullable BillStatus closedAs;
    private List<BillLine> lines = new ArrayList<>();
    private final Map<String, Long> balances = new TreeMap<>();
    private List<Deduction> deductions = new ArrayList<>();
    private @Nullable BillSlip slip;
    private @Nullable Refund refund;
    private @Nullable LocalDate nextOn;
    private final List<BillStep> steps = new ArrayList<>();

    private BillFold(FeeCharged first) {
        billId = first.billId();
        category = first.category();
        prefecture = first.prefecture();
        method = first.method();
    }

    private BillFold(BillDocument document) {
        billId = document.billId();
        category = document.category();
        prefecture = document.prefecture();
        method = document.method();
        status = document.status();
        closedAs = document.closedAs();
        lines.addAll(document.lines());
        balances.putAll(document.balances());
        deductions.addAll(document.deductions());
        slip = document.slip();
        refund = document.refund();
        nextOn = document.nextOn();
        steps.addAll(document.steps());
    }

    static BillDocument apply(@Nullable BillDocument before, FeeEvent event, long sequence, Instant at) {
        BillFold fold = before == null ? new BillFold(first(event)) : new BillFold(before);
        if (event instanceof FeeCharged charged) {
            fold.lines.add(BillLine.of(charged.charge(), sequence, at));
        }
        fold.on(event);
        Journal.entries(event).forEach((account, yen) -> fold.balances.merge(account.name(), yen, Long::sum));
        BillStep.of(event, sequence).ifPresent(fold.steps::add);
        return fold.document(sequence);
    }

    private void on(FeeEvent event) {
        switch (event) {
            case FeeCharged charged -> filed(charged);
            case ChargeReversed reversed ->
                lines = lines.stream().map(line -> line.after(reversed)).toList();
            case DeductionInstructed instructed -> {
                closed(PaymentMethod.DEDUCTION, BillStatus.DEDUCTION_INSTRUCTED);
                deductions.add(Deduction.of(instructed));
                now(BillStatus.DEDUCTION_INSTRUCTED, null);
            }
            case DeductionSettled settled -> {
                reported(settled.attempt(), PaymentOutcome.DEDUCTED);
                now(BillStatus.DEDUCTED, null);
            }
            case DeductionFailed failed -> failed(failed);
            case SlipPlanned planned -> {
                closed(PaymentMethod.PAYMENT_SLIP, BillStatus.SLIP_PLANNED);
                now(BillStatus.SLIP_PLANNED, planned.issueOn());
            }
            case SlipIssued issued -> {
                slip = BillSlip.of(issued);
                now(BillStatus.SLIP_ISSUED, issued.dueOn().plusDays(1));
            }
            case FeePaid paid -> now(BillStatus.PAID, null);
            case FeeOverdue overdue ->
                now(BillStatus.OVERDUE, overdue.revokeAfter().plusDays(1));
            case FeeDefaulted defaulted -> now(BillStatus.DEFAULTED, null);
            case FeeWrittenOff writtenOff -> now(BillStatus.WRITTEN_OFF, null);
            case RefundOrdered ordered -> {
                closed(method, BillStatus.REFUND_DUE);
                refund = Refund.of(ordered);
                now(BillStatus.REFUND_DUE, null);
            }
            case FeeRefunded refunded -> now(BillStatus.REFUNDED, null);
            case NothingToCollect nothing -> {
                closed(method, BillStatus.NOTHING_DUE);
                now(BillStatus.NOTHING_DUE, null);
            }
            case ReversalOffset offset -> offset(offset.amount());
            // only a step: nothing follows from it
            case OutcomeUnmatched aside -> {}
        }
    }

    private void filed(FeeCharged charged) {
        category = charged.category();
        prefecture = charged.prefecture();
        method = charged.method();
    }

    /** How collecting begins is what the ledger's file says for ever; later steps change no more of it. */
    private void closed(PaymentMethod by, BillStatus as) {
        if (closedAs == null) {
            closedAs = as;
            method = by;
        }
    }

    private void failed(DeductionFailed event) {
        reported(event.attempt(), PaymentOutcome.INSUFFICIENT);
        boolean first = event.attempt() == 1;
        now(
                BillStatus.DEDUCTION_FAILED,
                first && !deductions.isEmpty() ? deductions.getLast().nextOn() : null);
    }

    private void offset(long amount) {
        if (status == BillStatus.REFUND_DUE && refund != null) {
            refund = refund.less(amount);
            if (refund.amount() <= 0) {
                now(BillStatus.NOTHING_DUE, null);
            }
        }
    }

    private void reported(int attempt, PaymentOutcome outcome) {
        deductions = deductions.stream()
                .map(deduction -> deduction.after(attempt, outcome))
                .toList();
    }

    private void now(BillStatus reached, @Nullable LocalDate next) {
        status = reached;
        nextOn = next;
    }

    private BillDocument document(long version) {
        return new BillDocument(
                billId,
                version,
                category,
                prefecture,
                method,
                status,
                closedAs,
                lines,
                balances,
                deductions,
                slip,
                refund,
                nextOn,
                steps);
    }

    private static FeeCharged first(FeeEvent event) {
        if (event instanceof FeeCharged charged) {
            return charged;
        }
        throw new IllegalStateException(
                "a history cannot begin with " + event.getClass().getSimpleName());
    }
}
