package jp.shomei.contracts.reminder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many days before the end which channel reminds of it. Mails and dialogs have tables of their own: mails of the
 * expiry 75, 60, 45, 30 and 15 days before and daily from the 7th, dialogs 90, 60, 30 and 15 days before and daily from
 * the 7th, mails of the download's end 30 and 15 days before. Daily includes the last day itself; nothing comes after it.
 */
public final class ReminderSchedule {

    private static final int DAILY_FROM = 7;

    private static final List<Integer> EXPIRY_MAILS = thenDaily(75, 60, 45, 30, 15);
    private static final List<Integer> EXPIRY_DIALOGS = thenDaily(90, 60, 30, 15);
    private static final List<Integer> DOWNLOAD_MAILS = List.of(30, 15);

    private ReminderSchedule() {}

    /** The days before the end on which a reminder is due, the earliest (greatest) first; empty if there are none. */
    public static List<Integer> daysBefore(ReminderKind kind, ReminderChannel channel) {
        return switch (kind) {
            case EXPIRY -> channel == ReminderChannel.EMAIL ? EXPIRY_MAILS : EXPIRY_DIALOGS;
            case DOWNLOAD -> channel == ReminderChannel.EMAIL ? DOWNLOAD_MAILS : List.of();
        };
    }

    /** Whether a reminder of this end is due just on this day. */
    public static boolean isDueOn(ReminderKind kind, ReminderChannel channel, LocalDate end, LocalDate day) {
        return daysBefore(kind, channel).contains(daysLeft(end, day));
    }

    /**
     * The newest reminder that has come due by this day, as days before the end; empty before the first one, and after
     * the end.
     */
    public static Optional<Integer> reachedOn(
            ReminderKind kind, ReminderChannel channel, LocalDate end, LocalDate day) {
        int left = daysLeft(end, day);
        return daysBefore(kind, channel).stream()
                .filter(before -> left >= 0 && before >= left)
                .reduce((earlier, later) -> later);
    }

    /** When the first reminder of this end is due; empty if there is none. */
    public static Optional<LocalDate> first(ReminderKind kind, ReminderChannel channel, LocalDate end) {
        return daysBefore(kind, channel).stream().findFirst().map(end::minusDays);
    }

    /** When the reminder after this one, given as days before the end, is due; empty after the last. */
    public static Optional<LocalDate> next(ReminderKind kind, ReminderChannel channel, LocalDate end, int before) {
        return daysBefore(kind, channel).stream()
                .filter(one -> one < before)
                .findFirst()
                .map(end::minusDays);
    }

    /** Days left until the end; 0 on the last day, negative after it. */
    public static int daysLeft(LocalDate end, LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(day, end));
    }

    private static List<Integer> thenDaily(Integer... before) {
        return Stream.concat(
                        Stream.of(before), IntStream.rangeClosed(0, DAILY_FROM).mapToObj(passed -> DAILY_FROM - passed))
                .toList();
    }
}
