package jp.shomei.query.reminder;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.reminder.ReminderSchedule;
import jp.shomei.projections.block.view.Beginning;
import jp.shomei.projections.block.view.BlockName;
import jp.shomei.projections.reminder.view.ReminderQueueModel;
import jp.shomei.query.block.DayBlocks;
import org.bson.conversions.Bson;

/**
 * Every institution's reminders of a day: of what ends as many days later as the schedule says.
 *
 * @param on the day
 * @param channel how
 */
record DayReminders(LocalDate on, ReminderChannel channel) {

    /** Those of so many certificates, from a request ID on. */
    Stream<Reminder> read(ReminderQueueModel model, Optional<String> first, int certificates) {
        return new DayBlocks(model.ends(), Beginning.OF_REQUEST_ID, lastDays(), this::isMeant)
                .page(first.orElse(null), certificates).entrySet().stream().flatMap(found -> found.getValue().stream()
                        .map(block -> new Reminder(on, found.getKey(), kind(block), channel, block.day())));
    }

    private Bson lastDays() {
        int most = Stream.of(ReminderKind.values())
                .map(kind -> ReminderSchedule.daysBefore(kind, channel))
                .flatMap(Collection::stream)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return Filters.and(
                Filters.gte("_id", BlockName.firstText(on)),
                Filters.lt("_id", BlockName.firstText(on.plusDays(most + 1L))));
    }

    private boolean isMeant(BlockName block) {
        return ReminderSchedule.isDueOn(kind(block), channel, block.day(), on);
    }

    private static ReminderKind kind(BlockName block) {
        return ReminderKind.valueOf(block.what());
    }
}
