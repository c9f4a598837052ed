package jp.shomei.query.reminder;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.ReminderForecast;
import jp.shomei.contracts.reminder.ReminderForecast.Month;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.reminder.ReminderSchedule;
import jp.shomei.projections.block.view.BlockName;
import jp.shomei.projections.block.view.DayBlock;
import jp.shomei.projections.reminder.view.NextMail;
import jp.shomei.projections.reminder.view.ReminderQueueModel;
import org.bson.conversions.Bson;

/**
 * What ends, and what reminders are due, from today on, counted by months. Blocks are read one after another; what is held
 * is a few numbers for each month.
 */
final class Forecast {

    private static final int BLOCKS_AT_ONCE = 32;

    private final LocalDate today;
    private final SortedMap<YearMonth, Count> counts = new TreeMap<>();

    Forecast(LocalDate today, int months) {
        this.today = today;
        for (int month = 0; month < months; month++) {
            counts.put(YearMonth.from(today).plusMonths(month), new Count());
        }
    }

    /** Counts all there is. */
    ReminderForecast of(ReminderQueueModel model) {
        forEach(
                model.ends(),
                Filters.gte("_id", BlockName.firstText(today)),
                (block, certificates) -> end(ReminderKind.valueOf(block.what()), block.day(), certificates));
        forEach(
                model.due(),
                Filters.lt("_id", BlockName.firstText(today.plusDays(1))),
                (block, certificates) -> mailOfToday(NextMail.of(block), certificates));
        return new ReminderForecast(counts.entrySet().stream()
                .map(month -> month.getValue().view(month.getKey()))
                .toList());
    }

    private void end(ReminderKind kind, LocalDate lastDay, int certificates) {
        month(lastDay).ifPresent(count -> count.ends.merge(kind, certificates, Integer::sum));
        for (ReminderChannel channel : ReminderChannel.values()) {
            ReminderSchedule.daysBefore(kind, channel).stream()
                    .map(lastDay::minusDays)
                    .filter(day -> day.isAfter(today) || day.equals(today) && channel != ReminderChannel.EMAIL)
                    .forEach(day -> remind(day, channel, certificates));
        }
    }

    /** Of today's mails only those are ahead that are not on record. */
    private void mailOfToday(NextMail mail, int certificates) {
        if (ReminderSchedule.isDueOn(mail.kind(), ReminderChannel.EMAIL, mail.lastDay(), today)) {
            remind(today, ReminderChannel.EMAIL, certificates);
        }
    }

    private void remind(LocalDate day, ReminderChannel channel, int certificates) {
        month(day).ifPresent(count -> count.reminders.merge(channel, certificates, Integer::sum));
    }

    private Optional<Count> month(LocalDate day) {
        return Optional.ofNullable(counts.get(YearMonth.from(day)));
    }

    private static void forEach(
            MongoCollection<DayBlock> blocks, Bson days, BiConsumer<BlockName, Integer> certificatesIn) {
        blocks.find(days)
                .batchSize(BLOCKS_AT_ONCE)
                .forEach(
                        block -> certificatesIn.accept(block.name(), block.ids().size()));
    }

    /** What is counted of one month. */
    private static final class Count {

        private final Map<ReminderKind, Integer> ends = new EnumMap<>(ReminderKind.class);
        private final Map<ReminderChannel, Integer> reminders = new EnumMap<>(ReminderChannel.class);

        private Count() {
            for (ReminderChannel channel : ReminderChannel.values()) {
                reminders.put(channel, 0);
            }
        }

        private Month view(YearMonth month) {
            return new Month(
                    month,
                    ends.getOrDefault(ReminderKind.EXPIRY, 0),
                    ends.getOrDefault(ReminderKind.DOWNLOAD, 0),
                    reminders);
        }
    }
}
