package jp.shomei.command.reminder;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.command.time.DueCommands;
import jp.shomei.command.time.DueList;
import jp.shomei.contracts.reminder.DueReminders;
import jp.shomei.contracts.reminder.DueReminders.Due;
import jp.shomei.contracts.reminder.ListDueReminders;
import jp.shomei.contracts.reminder.RemindHolder;
import jp.shomei.contracts.time.DailyJob;
import org.jspecify.annotations.Nullable;

/** Has every holder reminded for whom a mail has come due. */
public final class ReminderRun implements DailyJob {

    private final DueCommands due;

    public ReminderRun(DueCommands due) {
        this.due = due;
    }

    @Override
    public String name() {
        return "reminders";
    }

    /**
     * Records what is due up to and including this day.
     *
     * @throws IllegalStateException if not everything could be recorded, after the rest was
     */
    @Override
    public void run(LocalDate day) {
        due.give(new Reminders(day));
    }

    private record Reminders(LocalDate day) implements DueList<DueReminders> {

        @Override
        public String name() {
            return "reminders of " + day;
        }

        @Override
        public Object question(@Nullable String after, int limit) {
            return new ListDueReminders(day, after, limit);
        }

        @Override
        public Class<DueReminders> answerType() {
            return DueReminders.class;
        }

        @Override
        public List<Turn> turns(DueReminders answer) {
            return answer.items().stream().map(Reminders::turn).toList();
        }

        private static Turn turn(Due one) {
            return new Turn(
                    one.requestId(),
                    one.kinds().stream()
                            .sorted()
                            .map(kind -> new RemindHolder(one.requestId(), kind))
                            .toList());
        }
    }
}
