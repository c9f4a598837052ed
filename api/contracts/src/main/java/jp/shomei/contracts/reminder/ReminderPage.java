package jp.shomei.contracts.reminder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of reminders.
 *
 * @param items the reminders
 * @param nextCursor for the next page; absent on the last
 */
public record ReminderPage(
        List<ReminderView> items, @Nullable String nextCursor) {

    public ReminderPage {
        items = List.copyOf(items);
    }
}
