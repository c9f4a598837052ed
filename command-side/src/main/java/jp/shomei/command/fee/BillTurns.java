package jp.shomei.command.fee;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.shomei.command.time.DueList;
import jp.shomei.contracts.fee.BillIds;
import org.jspecify.annotations.Nullable;

/**
 * Bills that each get one command.
 *
 * @param name of the list, for messages
 * @param asked the question for those after a bill, so many at most; answered with {@link BillIds}
 * @param command what a bill is told
 */
record BillTurns(String name, BiFunction<@Nullable String, Integer, Object> asked, Function<String, Object> command)
        implements DueList<BillIds> {

    @Override
    public Object question(@Nullable String after, int limit) {
        return asked.apply(after, limit);
    }

    @Override
    public Class<BillIds> answerType() {
        return BillIds.class;
    }

    @Override
    public List<Turn> turns(BillIds answer) {
        return answer.billIds().stream()
                .map(billId -> new Turn(billId, List.of(command.apply(billId))))
                .toList();
    }
}
