package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.shomei.contracts.fee.Account;
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
import jp.shomei.contracts.fee.RefundOrdered;
import jp.shomei.contracts.fee.ReversalOffset;
import jp.shomei.contracts.fee.SlipIssued;
import jp.shomei.contracts.fee.SlipPlanned;
import org.jspecify.annotations.Nullable;

/** What holds of every history of a bill, after each of its events, whatever was asked for. */
final class BillInvariants {

    private final Set<String> charges = new HashSet<>();
    private final Set<String> reversed = new HashSet<>();
    private final Set<String> against = new HashSet<>();
    private final Set<OutcomeUnmatched> unmatched = new HashSet<>();
    private Map<Account, Long> balances = Map.of();
    private long charged;
    private long settled;
    private boolean collecting;
    private boolean over;
    private int attempts;
    private int failures;
    private @Nullable SlipPlanned planned;
    private @Nullable SlipIssued issued;
    private @Nullable FeeOverdue overdue;
    private boolean defaulted;

    static BillInvariants hold(List<FeeEvent> history) {
        BillInvariants invariants = new BillInvariants();
        history.forEach(invariants::see);
        return invariants;
    }

    /** Whether nothing is owed any more, either way, and nothing will be. */
    boolean isOver() {
        return over;
    }

    void see(FeeEvent event) {
        if (over) {
            assertThat(event)
                    .as("nothing but remarks once it is settled")
                    .isInstanceOfAny(OutcomeUnmatched.class, ChargeReversed.class);
        }
        switch (event) {
            case FeeCharged one -> {
                assertThat(collecting).as("charged while it is collected").isFalse();
                assertThat(charges.add(one.charge().chargeId()))
                        .as("charged once")
                        .isTrue();
                charged += one.charge().amount();
            }
            case ChargeReversed one -> {
                assertThat(charges).contains(one.charge().chargeId());
                assertThat(reversed.add(one.charge().chargeId()))
                        .as("taken back once")
                        .isTrue();
            }
            case DeductionInstructed one -> instructed(one);
            case DeductionFailed one ->
                assertThat(one.attempt()).isEqualTo(++failures).isEqualTo(attempts);
            case SlipPlanned one -> planned(one);
            case SlipIssued one -> issued(one);
            case FeeOverdue one -> overdue(one);
            case FeeDefaulted one -> defaulted(one);
            case DeductionSettled one -> settled(one.amount());
            case FeePaid one -> settled(one.amount());
            case FeeWrittenOff one -> settled(one.amount() + one.offset());
            case RefundOrdered one -> {
                collecting = true;
                assertThat(one.amount()).isPositive().isEqualTo(-charged);
            }
            case FeeRefunded one -> settled(-one.amount());
            case NothingToCollect one -> settled(0);
            case ReversalOffset one -> offset(one);
            case OutcomeUnmatched one ->
                assertThat(unmatched.add(one)).as("kept once").isTrue();
        }
        balance(event);
    }

    private void balance(FeeEvent event) {
        balances = Journal.sum(balances, Journal.entries(event));
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum())
                .as("the accounts add up to nothing")
                .isZero();
        long receivable = balances.getOrDefault(Account.RECEIVABLE, 0L);
        assertThat(receivable).as("what is owed").isEqualTo(charged - settled);
        if (collecting) {
            assertThat(receivable * Long.signum(charged))
                    .as("never more than was charged")
                    .isBetween(0L, Math.abs(charged));
        }
    }

    private void instructed(DeductionInstructed one) {
        collecting = true;
        assertThat(one.amount()).isPositive().isEqualTo(charged);
        assertThat(one.attempt()).isEqualTo(++attempts).isEqualTo(failures + 1).isLessThanOrEqualTo(2);
        assertThat(one.deductIn().atEndOfMonth()).as("a payment still to come").isAfterOrEqualTo(one.instructedOn());
    }

    private void planned(SlipPlanned one) {
        collecting = true;
        assertThat(planned).as("one slip").isNull();
        assertThat(one.amount()).isPositive().isEqualTo(charged);
        assertThat(failures).isEqualTo(one.cause() == SlipPlanned.Cause.METHOD ? 0 : 2);
        planned = one;
    }

    private void issued(SlipIssued one) {
        assertThat(issued).as("sent once").isNull();
        assertThat(planned).as("planned before").isNotNull();
        assertThat(one.amount()).isEqualTo(charged);
        assertThat(one.issuedOn()).isAfterOrEqualTo(planned.issueOn());
        assertThat(one.dueOn())
                .isAfterOrEqualTo(one.issuedOn().plusDays(30))
                .isBefore(one.issuedOn().plusDays(40));
        issued = one;
    }

    private void overdue(FeeOverdue one) {
        assertThat(overdue).as("warned once").isNull();
        assertThat(issued).as("sent before").isNotNull();
        assertThat(one.dueOn()).isEqualTo(issued.dueOn());
        assertThat(one.revokeAfter()).isAfterOrEqualTo(one.dueOn().plusDays(15));
        overdue = one;
    }

    private void defaulted(FeeDefaulted one) {
        assertThat(defaulted).as("revoked once").isFalse();
        assertThat(overdue).as("warned before").isNotNull();
        assertThat(one.defaultedOn()).isAfter(overdue.revokeAfter());
        assertThat(one.requestIds()).doesNotHaveDuplicates();
        defaulted = true;
    }

    /** Once a refund is set off whole it is over. */
    private void offset(ReversalOffset one) {
        assertThat(against.add(one.against())).as("set off once").isTrue();
        assertThat(planned == null && attempts == 0)
                .as("set off while nothing is collected")
                .isTrue();
        charged += one.amount();
        over = collecting && charged == settled;
    }

    private void settled(long amount) {
        collecting = true;
        settled += amount;
        assertThat(settled).as("all of it").isEqualTo(charged);
        over = true;
    }
}
