package jp.shomei.command.fee;

import java.time.LocalDate;
import jp.shomei.command.time.DueCommands;
import jp.shomei.contracts.fee.CollectFee;
import jp.shomei.contracts.fee.ListDueBills;
import jp.shomei.contracts.time.DailyJob;

/** Has every bill collected for which something has come due. */
public final class CollectionRun implements DailyJob {

    private final DueCommands due;

    public CollectionRun(DueCommands due) {
        this.due = due;
    }

    @Override
    public String name() {
        return "collection";
    }

    /**
     * Does what is due up to and including this day.
     *
     * @throws IllegalStateException if not everything could be done, after the rest was
     */
    @Override
    public void run(LocalDate day) {
        due.give(new BillTurns(
                "bills due on " + day, (after, limit) -> new ListDueBills(day, after, limit), CollectFee::new));
    }
}
