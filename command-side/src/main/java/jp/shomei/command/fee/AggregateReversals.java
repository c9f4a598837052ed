package jp.shomei.command.fee;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.Offset;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/**
 * Reads the histories of the institution's later bills, from the month of the charges on: that is where {@link Charging}
 * puts reversals. Who asks holds those bills until the own unit of work is done; always in order of their months, so that
 * nobody waits for another.
 */
public final class AggregateReversals implements WaitingReversals {

    private final Supplier<Repository<Bill>> bills;
    private final Clock clock;

    public AggregateReversals(Supplier<Repository<Bill>> bills, Clock clock) {
        this.bills = bills;
        this.clock = clock;
    }

    @Override
    public List<Offset> find(InstitutionCode institution, BillingMonth month, Set<String> reversals) {
        Set<String> missing = new HashSet<>(reversals);
        List<Offset> waiting = new ArrayList<>();
        BillingMonth end = Charging.end(month, clock);
        for (BillingMonth next = month.next(); !missing.isEmpty() && next.compareTo(end) < 0; next = next.next()) {
            String billId = BillId.of(next, institution);
            Reversals found = load(billId, missing);
            missing.removeAll(found.chargeIds());
            if (found.waiting() > 0) {
                waiting.add(new Offset(billId, found.waiting()));
            }
        }
        if (!missing.isEmpty()) {
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        }
        return waiting;
    }

    private Reversals load(String billId, Set<String> wanted) {
        try {
            return bills.get().load(billId).invoke(bill -> bill.reversals(wanted));
        } catch (AggregateNotFoundException none) {
            return new Reversals(Set.of(), 0);
        }
    }
}
