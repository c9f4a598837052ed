package jp.shomei.command.fee;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.command.time.DueCommands;
import jp.shomei.command.time.DueList;
import jp.shomei.contracts.fee.BillIds;
import jp.shomei.contracts.fee.CollectFee;
import jp.shomei.contracts.fee.ListDueBills;
import jp.shomei.contracts.time.DailyJob;
import org.jspecify.annotations.Nullable;

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
        due.give(new Bills(day));
    }

    private record Bills(LocalDate day) implements DueList<BillIds> {

        @Override
        public String name() {
            return "bills due on " + day;
        }

        @Override
        public Object question(@Nullable String after, int limit) {
            return new ListDueBills(day, after, limit);
        }

        @Override
        public Class<BillIds> answerType() {
            return BillIds.class;
        }

        @Override
        public List<Turn> turns(BillIds answer) {
            return answer.billIds().stream()
                    .map(billId -> new Turn(billId, List.of(new CollectFee(billId))))
                    .toList();
        }
    }
}
