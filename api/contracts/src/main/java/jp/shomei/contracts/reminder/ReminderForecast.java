package jp.shomei.contracts.reminder;

import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The wave ahead.
 *
 * @param months every month asked for, this one first; what is past of it does not count
 */
public record ReminderForecast(List<Month> months) {

    public ReminderForecast {
        months = List.copyOf(months);
    }

    /**
     * One month.
     *
     * @param month the month in Japan
     * @param expiring certificates whose validity ends
     * @param downloadsEnding certificates never downloaded whose download ends
     * @param reminders how many reminders are due, by channel, always in the same order
     */
    public record Month(YearMonth month, int expiring, int downloadsEnding, Map<ReminderChannel, Integer> reminders) {

        public Month {
            Map<ReminderChannel, Integer> inOrder = new EnumMap<>(ReminderChannel.class);
            inOrder.putAll(reminders);
            reminders = Collections.unmodifiableMap(inOrder);
        }
    }
}
