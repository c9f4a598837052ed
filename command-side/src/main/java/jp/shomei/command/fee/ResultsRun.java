package jp.shomei.command.fee;

import java.time.LocalDate;
import jp.shomei.contracts.time.DailyJob;

/** Finishes lists of results that were accepted and did not come on all of their bills. */
public final class ResultsRun implements DailyJob {

    private final ResultsDesk desk;

    public ResultsRun(ResultsDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "results";
    }

    /**
     * Finishes what is open.
     *
     * @throws IllegalStateException if not all could be finished
     */
    @Override
    public void run(LocalDate day) {
        desk.finish();
    }
}
