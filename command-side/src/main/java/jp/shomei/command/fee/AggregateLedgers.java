package jp.shomei.command.fee;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.LedgerId;
import org.axonframework.modelling.command.Repository;

/**
 * Reads the ledgers' own history. Who is told that a month is open holds its ledger until the own unit of work is done, so
 * that a closing begins before or after the charge, never beside it; that is so also for a month without any history. A
 * month that is closed never opens again, and is remembered: nobody has to hold its ledger for that.
 */
public final class AggregateLedgers implements Ledgers {

    private final Supplier<Repository<Ledger>> ledgers;

    /** Twelve a year. */
    private final Set<BillingMonth> closed = ConcurrentHashMap.newKeySet();

    public AggregateLedgers(Supplier<Repository<Ledger>> ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public boolean isOpen(BillingMonth month) {
        if (closed.contains(month)) {
            return false;
        }
        boolean open = load(month);
        if (!open) {
            closed.add(month);
        }
        return open;
    }

    private boolean load(BillingMonth month) {
        try {
            return ledgers.get().loadOrCreate(LedgerId.of(month), Ledger::new).invoke(Ledger::isOpen);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("the ledger of " + month + " cannot be read", failed);
        }
    }
}
