package jp.shomei.command.fee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.shomei.contracts.fee.AcceptResults;
import jp.shomei.contracts.fee.BeginLedgerClosing;
import jp.shomei.contracts.fee.ConcludeResults;
import jp.shomei.contracts.fee.LedgerClosed;
import jp.shomei.contracts.fee.LedgerClosingBegun;
import jp.shomei.contracts.fee.LedgerEvent;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.fee.ResultsAccepted;
import jp.shomei.contracts.fee.ResultsApplied;
import jp.shomei.contracts.fee.ResultsReport;
import jp.shomei.contracts.fee.SealLedger;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One billing month: open until its closing is begun, closed once its totals and digest are on record; from then on the
 * results of the payment system are accepted, a list at a time. It has no lines of its own; those are on the bills.
 */
public class Ledger {

    /** So many lines go into one event. */
    static final int PART = 500;

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    @AggregateIdentifier
    private @Nullable String ledgerId;

    private boolean closing;
    private @Nullable String digest;
    private final Set<String> accepted = new HashSet<>();
    private final Set<String> applied = new HashSet<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Recorded handle(BeginLedgerClosing command, Clock clock) {
        if (!closing) {
            LocalDate today = JapanTime.today(clock);
            LocalDate completeFrom = LedgerId.month(command.ledgerId()).completeFrom();
            if (today.isBefore(completeFrom)) {
                throw Refused.because(ErrorCode.LEDGER_NOT_COMPLETE, SHOWN.format(completeFrom));
            }
            apply(new LedgerClosingBegun(command.ledgerId(), today));
        }
        return recorded(command.ledgerId());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Recorded handle(SealLedger command, Clock clock) {
        requireClosing();
        if (digest == null) {
            apply(new LedgerClosed(
                    command.ledgerId(),
                    command.measure().totals(),
                    command.measure().sha256(),
                    JapanTime.today(clock)));
        } else if (!digest.equals(command.measure().sha256())) {
            throw Refused.because(ErrorCode.LEDGER_DIFFERS);
        }
        return recorded(command.ledgerId());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public ResultsReport handle(AcceptResults command) {
        requireClosing();
        if (digest == null) {
            throw Refused.because(ErrorCode.LEDGER_CLOSING);
        }
        List<ResultLine> lines = command.lines();
        boolean repeated = accepted.contains(command.sha256());
        if (!repeated) {
            int parts = Math.max(1, Math.ceilDiv(lines.size(), PART));
            for (int part = 1; part <= parts; part++) {
                apply(new ResultsAccepted(
                        command.ledgerId(),
                        command.sha256(),
                        part,
                        parts,
                        lines.subList((part - 1) * PART, Math.min(part * PART, lines.size()))));
            }
        }
        return new ResultsReport(recorded(command.ledgerId()), lines.size(), repeated);
    }

    @CommandHandler
    public Recorded handle(ConcludeResults command) {
        if (!accepted.contains(command.sha256())) {
            throw new IllegalArgumentException("no such list of results was accepted");
        }
        if (!applied.contains(command.sha256())) {
            apply(new ResultsApplied(command.ledgerId(), command.sha256()));
        }
        return recorded(command.ledgerId());
    }

    /** Whether something can be charged to the month. */
    boolean isOpen() {
        return !closing;
    }

    private void requireClosing() {
        if (!closing) {
            throw Refused.because(ErrorCode.LEDGER_OPEN);
        }
    }

    @EventSourcingHandler
    void on(LedgerEvent event) {
        ledgerId = event.ledgerId();
        switch (event) {
            case LedgerClosingBegun begun -> closing = true;
            case LedgerClosed closed -> digest = closed.sha256();
            case ResultsAccepted results -> accepted.add(results.sha256());
            case ResultsApplied results -> applied.add(results.sha256());
        }
    }

    private static Recorded recorded(String id) {
        return new Recorded(Recorded.Kind.LEDGER, id, getVersion());
    }
}
