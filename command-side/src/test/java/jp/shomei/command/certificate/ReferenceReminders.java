package jp.shomei.command.certificate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import jp.shomei.contracts.certificate.ReminderSent;
import jp.shomei.contracts.reminder.ReminderKind;

/** Which reminders should be on record, in as few lines as possible. */
final class ReferenceReminders {

    private static final Set<Integer> EXPIRY = Set.of(75, 60, 45, 30, 15, 7, 6, 5, 4, 3, 2, 1, 0);
    private static final Set<Integer> DOWNLOAD = Set.of(30, 15);

    private final Set<String> due = new LinkedHashSet<>();

    /** Asks on this day for a reminder of this end. */
    void ask(ReminderKind kind, LocalDate end, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, end);
        (kind == ReminderKind.EXPIRY ? EXPIRY : DOWNLOAD)
                .stream()
                        .filter(stage -> 0 <= left && left <= stage)
                        .min(Integer::compare)
                        .ifPresent(stage -> due.add(kind + " " + stage + " before " + end));
    }

    static String of(ReminderSent event) {
        return event.kind() + " " + event.stage() + " before " + event.endsOn();
    }

    Collection<String> all() {
        return Collections.unmodifiableCollection(due);
    }
}
