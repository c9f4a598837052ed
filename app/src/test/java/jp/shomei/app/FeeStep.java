package jp.shomei.app;

import java.util.Optional;
import java.util.stream.Stream;
import jp.shomei.contracts.fee.AcceptResults;
import jp.shomei.contracts.fee.BeginCollection;
import jp.shomei.contracts.fee.BeginLedgerClosing;
import jp.shomei.contracts.fee.ConcludeResults;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.SealLedger;

/** The steps of closing a month, and of recording a list of results, between which the process may die. */
enum FeeStep {
    /** Nothing more is charged to the month; no bill is collected. */
    CLOSING_BEGUN(BeginLedgerClosing.class, true),
    /** One bill is collected; others are not. */
    FIRST_BILL_BEGUN(BeginCollection.class, true),
    /** All bills are; totals and digest are known and not on record. */
    MONTH_MEASURED(SealLedger.class, false),
    /** The list is accepted; no bill was told. */
    RESULTS_ACCEPTED(AcceptResults.class, true),
    /** One bill was told; others were not. */
    FIRST_OUTCOME_RECORDED(RecordOutcome.class, true),
    /** All bills were; that is not on record. */
    ALL_OUTCOMES_RECORDED(ConcludeResults.class, false);

    private final Class<?> command;
    private final boolean done;

    FeeStep(Class<?> command, boolean done) {
        this.command = command;
        this.done = done;
    }

    /** The step reached when such a command is about to be carried out. */
    static Optional<FeeStep> before(Class<?> command) {
        return of(command, false);
    }

    /** The step reached when what such a command led to is on record. */
    static Optional<FeeStep> after(Class<?> command) {
        return of(command, true);
    }

    private static Optional<FeeStep> of(Class<?> command, boolean done) {
        return Stream.of(values())
                .filter(step -> step.command == command && step.done == done)
                .findFirst();
    }
}
