package jp.shomei.command.fee;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeId;
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
import jp.shomei.contracts.fee.OutcomeUnmatched;
import jp.shomei.contracts.fee.RefundOrdered;
import jp.shomei.contracts.fee.ReversalOffset;
import jp.shomei.contracts.fee.SlipIssued;
import jp.shomei.contracts.fee.SlipPlanned;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.message.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a bill. The aggregate and its members share it: they read it to decide, and nothing but an event
 * changes it.
 */
final class BillRecord {

    /** So many characters a reason may have. */
    static final int REASON_LIMIT = 400;

    private final Map<String, Charge> charges = new LinkedHashMap<>();
    private final Set<String> reversed = new HashSet<>();
    private final Set<String> offsets = new HashSet<>();
    private final KnownOutcomes outcomes = new KnownOutcomes();
    private @Nullable FeeCharged newest;
    private BillStatus status = BillStatus.OPEN;
    private long amount;
    private @Nullable DeductionInstructed instruction;
    private LocalDate claimedOn = LocalDate.MAX;
    private LocalDate nextOn = LocalDate.MAX;

    static Recorded recorded(String billId) {
        return new Recorded(Recorded.Kind.BILL, billId, getVersion());
    }

    BillStatus status() {
        return status;
    }

    String billId() {
        return newest().billId();
    }

    BillingMonth month() {
        return BillId.month(billId());
    }

    InstitutionCode institution() {
        return newest().institution();
    }

    /** The institution's category when it was last charged. */
    Category category() {
        return newest().category();
    }

    /** What the charges come to, in yen, tax included; reversals that were set off count no more. */
    long amount() {
        return amount;
    }

    /** The charge of this name. */
    Optional<Charge> charge(String chargeId) {
        return Optional.ofNullable(charges.get(chargeId));
    }

    /** Whether an officer has taken this charge back. */
    boolean isReversed(Charge charge) {
        return reversed.contains(charge.chargeId());
    }

    /** Whether what it takes back of that bill is set off. */
    boolean isOffset(String against) {
        return offsets.contains(against);
    }

    /** The names of the reversals of its charges that went to other bills. */
    Set<String> reversalsElsewhere() {
        return reversed.stream()
                .map(ChargeId::ofReversal)
                .filter(reversal -> !charges.containsKey(reversal))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Which of these reversals it has, and what of them waits. */
    Reversals reversals(Set<String> wanted) {
        Set<String> found = wanted.stream().filter(charges::containsKey).collect(Collectors.toUnmodifiableSet());
        long taken = -charges.values().stream()
                .filter(charge -> found.contains(charge.chargeId()))
                .mapToLong(Charge::amount)
                .sum();
        return new Reversals(
                found,
                switch (status) {
                    case OPEN -> taken;
                    case REFUND_DUE -> Math.min(taken, -amount);
                    default -> 0;
                });
    }

    /** The certificates whose fees are in the bill and were not taken back. */
    List<String> certificatesAtStake() {
        return charges.values().stream()
                .filter(charge -> charge.amount() > 0 && !isReversed(charge))
                .flatMap(charge -> charge.requestIds().stream())
                .distinct()
                .toList();
    }

    /** The newest instruction to deduct; the bill has one in the states that come from one. */
    DeductionInstructed instruction() {
        return present(instruction);
    }

    /** The day of the present instruction, slip or refund: nothing that is reported of it can have happened before. */
    LocalDate claimedOn() {
        return claimedOn;
    }

    /**
     * The day that matters next: of a planned slip, on which it is sent; of one that was sent, and after a warning, the
     * last for paying; of one that was paid, the day of that.
     */
    LocalDate nextOn() {
        return nextOn;
    }

    /** What was reported of it. */
    KnownOutcomes outcomes() {
        return outcomes;
    }

    /** Takes in what happened. */
    void on(FeeEvent event) {
        outcomes.on(event);
        switch (event) {
            case FeeCharged charged -> charged(charged);
            case ChargeReversed taken -> reversed.add(taken.charge().chargeId());
            case DeductionInstructed instructed -> {
                instruction = instructed;
                claimed(BillStatus.DEDUCTION_INSTRUCTED, instructed.instructedOn(), LocalDate.MAX);
            }
            case DeductionSettled settled -> status = BillStatus.DEDUCTED;
            case DeductionFailed failed -> status = BillStatus.DEDUCTION_FAILED;
            case SlipPlanned planned -> stands(BillStatus.SLIP_PLANNED, planned.issueOn());
            case SlipIssued issued -> claimed(BillStatus.SLIP_ISSUED, issued.issuedOn(), issued.dueOn());
            case FeePaid paid -> stands(BillStatus.PAID, paid.paidOn());
            case FeeOverdue overdue -> stands(BillStatus.OVERDUE, overdue.revokeAfter());
            case FeeDefaulted defaulted -> status = BillStatus.DEFAULTED;
            case FeeWrittenOff writtenOff -> status = BillStatus.WRITTEN_OFF;
            case RefundOrdered ordered -> claimed(BillStatus.REFUND_DUE, ordered.orderedOn(), LocalDate.MAX);
            case FeeRefunded refunded -> status = BillStatus.REFUNDED;
            case NothingToCollect nothing -> status = BillStatus.NOTHING_DUE;
            case ReversalOffset offset -> offset(offset);
            case OutcomeUnmatched aside -> {}
        }
    }

    private void charged(FeeCharged event) {
        newest = event;
        charges.put(event.charge().chargeId(), event.charge());
        amount += event.charge().amount();
    }

    /** What is being collected already stays as it is claimed. */
    private void offset(ReversalOffset event) {
        offsets.add(event.against());
        if (status == BillStatus.OPEN || status == BillStatus.REFUND_DUE) {
            amount += event.amount();
        }
        if (status == BillStatus.REFUND_DUE && amount >= 0) {
            status = BillStatus.NOTHING_DUE;
        }
    }

    private void claimed(BillStatus now, LocalDate day, LocalDate next) {
        claimedOn = day;
        stands(now, next);
    }

    private void stands(BillStatus now, LocalDate next) {
        status = now;
        nextOn = next;
    }

    private FeeCharged newest() {
        return present(newest);
    }

    private static <T> T present(@Nullable T known) {
        if (known == null) {
            throw new IllegalStateException("the history lacks what must come first");
        }
        return known;
    }
}
