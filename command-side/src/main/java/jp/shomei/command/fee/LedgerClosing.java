package jp.shomei.command.fee;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import jp.shomei.command.time.DueCommands;
import jp.shomei.command.time.PatientQuestions;
import jp.shomei.command.time.ReactionsCaughtUp;
import jp.shomei.contracts.fee.BeginCollection;
import jp.shomei.contracts.fee.BeginLedgerClosing;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.FindLedger;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.LedgerMeasure;
import jp.shomei.contracts.fee.LedgerView;
import jp.shomei.contracts.fee.ListBillsToBegin;
import jp.shomei.contracts.fee.MeasureLedger;
import jp.shomei.contracts.fee.SealLedger;
import jp.shomei.contracts.message.Recorded;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;

/**
 * Closes a billing month in steps: whatever has arisen is charged; nothing more is charged to the month; its bills are
 * collected from now on; its totals and the digest of its file are recorded. Every step may be done again: a closing that
 * broke off goes on when it is asked for once more, and two at a time do no harm.
 *
 * <p>Not to be called from within a message handler: each step must be on record before the next one.
 */
public final class LedgerClosing {

    /** The group of the reactions that charge fees. */
    static final String CHARGING = "fee-charging";

    /** After a day of very many renewals charging them takes its time. */
    static final Duration CHARGING_WAIT = Duration.ofMinutes(5);

    private static final Duration MEASURING = Duration.ofMinutes(15);
    private static final long DEADLINE_SECONDS = 30;

    private final ReactionsCaughtUp reactions;
    private final CommandGateway commands;
    private final DueCommands due;
    private final PatientQuestions questions;

    public LedgerClosing(
            ReactionsCaughtUp reactions, CommandGateway commands, DueCommands due, PatientQuestions questions) {
        this.reactions = reactions;
        this.commands = commands;
        this.due = due;
        this.questions = questions;
    }

    /**
     * Closes a month, or goes on with that; does nothing if it is closed.
     *
     * @param sender on whose behalf
     * @return where the ledger's history now stands
     * @throws Refused with {@code LEDGER_NOT_COMPLETE}, or {@code LEDGER_DIFFERS}
     * @throws IllegalStateException if it could not be done in time, or not for every bill; all that could is on record
     */
    public Recorded close(BillingMonth month, MetaData sender) {
        String ledgerId = LedgerId.of(month);
        reactions.await(CHARGING, CHARGING_WAIT);
        Recorded begun = send(new BeginLedgerClosing(ledgerId), sender);
        if (isClosed(month)) {
            return begun;
        }
        due.give(new BillTurns(
                "bills of " + month,
                (after, limit) -> new ListBillsToBegin(month, after, limit),
                BeginCollection::new));
        LedgerMeasure measure =
                questions.ask("lines of " + month, new MeasureLedger(month), LedgerMeasure.class, MEASURING);
        return send(new SealLedger(ledgerId, measure), sender);
    }

    /** What is shown as closed is closed, even if what is shown lags behind. */
    private boolean isClosed(BillingMonth month) {
        return questions
                        .ask("state of " + month, new FindLedger(month, false), LedgerView.class)
                        .state()
                == LedgerView.State.CLOSED;
    }

    private Recorded send(Object command, MetaData sender) {
        return commands.sendAndWait(new GenericCommandMessage<>(command, sender), DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
}
