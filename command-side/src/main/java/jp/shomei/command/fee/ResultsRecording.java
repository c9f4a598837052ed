package jp.shomei.command.fee;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jp.shomei.command.time.DueCommands;
import jp.shomei.command.time.DueList.Turn;
import jp.shomei.command.time.PatientQuestions;
import jp.shomei.contracts.fee.AcceptResults;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.ConcludeResults;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.ListOpenResults;
import jp.shomei.contracts.fee.OpenResults;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.RecordResults;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.fee.ResultPlace;
import jp.shomei.contracts.fee.ResultsReport;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.message.Recorded;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;

/**
 * Puts lists of results on the bills: a list is accepted as a whole, then told to each bill, then concluded. A list that
 * was accepted and not concluded goes on where it is asked for; what a bill knows already changes nothing there.
 *
 * <p>Not to be called from within a message handler: each step must be on record before the next one.
 */
public final class ResultsRecording {

    private static final long DEADLINE_SECONDS = 30;

    private final CommandGateway commands;
    private final DueCommands due;
    private final PatientQuestions questions;

    public ResultsRecording(CommandGateway commands, DueCommands due, PatientQuestions questions) {
        this.commands = commands;
        this.due = due;
        this.questions = questions;
    }

    /**
     * Records a list, after those before it.
     *
     * @param sender on whose behalf
     * @throws Refused with {@code LEDGER_OPEN} or {@code LEDGER_CLOSING}
     * @throws IllegalStateException if it is not on every bill; what is left is finished later
     */
    ResultsReport record(RecordResults command, MetaData sender) {
        finish();
        String ledgerId = LedgerId.of(command.month());
        ResultsReport accepted = send(new AcceptResults(ledgerId, command.sha256(), command.lines()), sender);
        if (accepted.repeated()) {
            return accepted;
        }
        Recorded concluded = tellBills(ledgerId, command.sha256(), command.lines(), sender);
        return new ResultsReport(concluded, accepted.lines(), false);
    }

    /**
     * Goes on with every list that was accepted and is not on its bills.
     *
     * @throws IllegalStateException if one is still not on every bill, or which are left is not to be had
     */
    void finish() {
        Set<String> done = new HashSet<>();
        for (Optional<OpenResults> open = next(); open.isPresent(); open = next()) {
            OpenResults list = open.get();
            if (!done.add(list.ledgerId() + list.sha256())) {
                throw new IllegalStateException("the open results do not go on after " + list.sha256());
            }
            tellBills(list.ledgerId(), list.sha256(), list.lines(), Metadata.BY_DAILY_RUN);
        }
    }

    private Optional<OpenResults> next() {
        return questions.ask(
                "open results", new ListOpenResults(), ResponseTypes.optionalInstanceOf(OpenResults.class));
    }

    private Recorded tellBills(String ledgerId, String sha256, List<ResultLine> lines, MetaData sender) {
        BillingMonth month = LedgerId.month(ledgerId);
        due.give("results of " + month, turns(month, sha256, lines), sender);
        return send(new ConcludeResults(ledgerId, sha256), sender);
    }

    /** The lines about one bill follow one another in their order. */
    private static List<Turn> turns(BillingMonth month, String sha256, List<ResultLine> lines) {
        Map<String, List<RecordOutcome>> outcomes = new LinkedHashMap<>();
        for (int index = 0; index < lines.size(); index++) {
            ResultLine line = lines.get(index);
            ResultPlace place = new ResultPlace(sha256, index + 1);
            String billId = BillId.of(month, line.institution());
            outcomes.computeIfAbsent(billId, bill -> new ArrayList<>())
                    .add(new RecordOutcome(billId, line.outcome(), line.attempt(), line.on(), place));
        }
        return outcomes.entrySet().stream()
                .map(bill -> new Turn(bill.getKey(), bill.getValue()))
                .toList();
    }

    private <T> T send(Object command, MetaData sender) {
        return commands.sendAndWait(new GenericCommandMessage<>(command, sender), DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
}
