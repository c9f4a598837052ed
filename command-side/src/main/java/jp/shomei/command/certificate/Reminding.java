package jp.shomei.command.certificate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.ReminderSent;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.reminder.RemindHolder;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.reminder.ReminderSchedule;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reminds the holder by mail of an end that is near: once at each stage of the schedule, and after a standstill once for
 * all that were missed. Only the newest generation's ends count. An end that moves, by a renewal or a longer download, has
 * a schedule of its own.
 */
public class Reminding {

    private final Standing standing;
    private final Map<ReminderKind, Reminded> last = new EnumMap<>(ReminderKind.class);

    Reminding(Standing standing) {
        this.standing = standing;
    }

    @CommandHandler
    public Recorded handle(RemindHolder command, Clock clock) {
        LocalDate today = JapanTime.today(clock);
        if (standing.isLiveOn(today)) {
            Generation newest = standing.live(today);
            end(command.kind(), newest)
                    .flatMap(end -> due(command.kind(), newest.number(), end, today))
                    .ifPresent(due -> remind(command, due, today));
        }
        return standing.recorded();
    }

    @EventSourcingHandler
    void on(ReminderSent event) {
        last.put(event.kind(), new Reminded(event.generation(), event.endsOn(), event.stage()));
    }

    private void remind(RemindHolder command, Reminded due, LocalDate today) {
        Application holder = standing.holder();
        apply(new ReminderSent(
                command.requestId(),
                command.kind(),
                due.generation(),
                due.stage(),
                due.endsOn(),
                ReminderSchedule.daysLeft(due.endsOn(), today),
                holder.institution(),
                holder.contact(),
                holder.terminalName(),
                today));
    }

    /** The reminder that has come due and is not on record. */
    private Optional<Reminded> due(ReminderKind kind, int generation, LocalDate end, LocalDate today) {
        @Nullable Reminded before = last.get(kind);
        return ReminderSchedule.reachedOn(kind, ReminderChannel.EMAIL, end, today)
                .map(stage -> new Reminded(generation, end, stage))
                .filter(reached -> before == null || reached.follows(before));
    }

    /** What its holder can still miss, if anything. */
    private static Optional<LocalDate> end(ReminderKind kind, Generation newest) {
        return switch (kind) {
            case EXPIRY -> Optional.of(newest.expiresOn());
            case DOWNLOAD ->
                newest.isByNotice() && !newest.isDownloaded() ? Optional.of(newest.downloadUntil()) : Optional.empty();
        };
    }

    /** A stage of an end, in days before it. */
    private record Reminded(int generation, LocalDate endsOn, int stage) {

        private boolean follows(Reminded before) {
            return generation != before.generation || !endsOn.equals(before.endsOn) || stage < before.stage;
        }
    }
}
