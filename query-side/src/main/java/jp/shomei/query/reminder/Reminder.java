package jp.shomei.query.reminder;

import java.time.LocalDate;
import java.util.stream.Stream;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.reminder.ReminderSchedule;
import jp.shomei.contracts.reminder.ReminderView;
import jp.shomei.projections.reminder.view.Ending;
import jp.shomei.projections.reminder.view.ReminderDocument;

/**
 * A reminder of a certificate.
 *
 * @param dueOn the day of the reminder
 * @param requestId リクエストID
 * @param kind what ends
 * @param channel how the holder is reminded
 * @param lastDay the last day of validity or download
 */
record Reminder(LocalDate dueOn, String requestId, ReminderKind kind, ReminderChannel channel, LocalDate lastDay) {

    /** What this certificate's holder is reminded of on a day by a channel, whether that was done already or not. */
    static Stream<Reminder> on(LocalDate day, ReminderChannel channel, ReminderDocument document) {
        return Stream.of(ReminderKind.values()).flatMap(kind -> ending(document, kind)
                .filter(ending -> ReminderSchedule.isDueOn(kind, channel, ending.lastDay(), day))
                .map(ending -> new Reminder(day, document.requestId(), kind, channel, ending.lastDay())));
    }

    /** Everything this certificate's holder will be sent and shown from a day on. */
    static Stream<Reminder> from(LocalDate day, ReminderDocument document) {
        return Stream.of(ReminderKind.values())
                .flatMap(kind -> ending(document, kind).flatMap(ending -> Stream.of(ReminderChannel.values())
                        .flatMap(channel -> left(document, kind, channel, ending))))
                .filter(reminder -> !reminder.dueOn().isBefore(day));
    }

    /** Its place in a list: lists are in the order of these texts. */
    String place() {
        return dueOn + ":" + requestId + ":" + kind + ":" + channel;
    }

    ReminderView view(ReminderDocument document) {
        return new ReminderView(
                requestId,
                document.institution().value(),
                document.terminalName(),
                kind,
                channel,
                dueOn,
                ReminderSchedule.daysLeft(lastDay, dueOn),
                lastDay);
    }

    private static Stream<Reminder> left(
            ReminderDocument document, ReminderKind kind, ReminderChannel channel, Ending ending) {
        return ReminderSchedule.daysBefore(kind, channel).stream()
                .filter(before -> channel != ReminderChannel.EMAIL || !ending.isMailed(before))
                .map(before -> new Reminder(
                        ending.lastDay().minusDays(before), document.requestId(), kind, channel, ending.lastDay()));
    }

    private static Stream<Ending> ending(ReminderDocument document, ReminderKind kind) {
        return document.ending(kind).stream();
    }
}
