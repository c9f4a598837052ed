package jp.shomei.contracts.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReminderScheduleTest {

    private static final LocalDate EXPIRY = LocalDate.of(2024, 6, 10);

    @Test
    void mailsOfTheExpiryComeInFiveStepsAndThenDailyThroughTheLastDay() {
        assertThat(days(ReminderKind.EXPIRY, ReminderChannel.EMAIL, EXPIRY))
                .containsExactly(
                        "2024-03-27",
                        "2024-04-11",
                        "2024-04-26",
                        "2024-05-11",
                        "2024-05-26",
                        "2024-06-03",
                        "2024-06-04",
                        "2024-06-05",
                        "2024-06-06",
                        "2024-06-07",
                        "2024-06-08",
                        "2024-06-09",
                        "2024-06-10");
    }

    @ParameterizedTest
    @EnumSource(names = "EMAIL", mode = EnumSource.Mode.EXCLUDE)
    void dialogsOfTheExpiryComeInFourStepsAndThenDaily(ReminderChannel dialog) {
        assertThat(days(ReminderKind.EXPIRY, dialog, EXPIRY))
                .containsExactly(
                        "2024-03-12",
                        "2024-04-11",
                        "2024-05-11",
                        "2024-05-26",
                        "2024-06-03",
                        "2024-06-04",
                        "2024-06-05",
                        "2024-06-06",
                        "2024-06-07",
                        "2024-06-08",
                        "2024-06-09",
                        "2024-06-10");
        assertThat(days(ReminderKind.DOWNLOAD, dialog, EXPIRY)).isEmpty();
    }

    @Test
    void mailsOfTheDownloadsEndCome30And15DaysBefore() {
        assertThat(days(ReminderKind.DOWNLOAD, ReminderChannel.EMAIL, LocalDate.of(2021, 9, 6)))
                .containsExactly("2021-08-07", "2021-08-22");
        assertThat(days(ReminderKind.DOWNLOAD, ReminderChannel.EMAIL, LocalDate.of(2022, 3, 9)))
                .containsExactly("2022-02-07", "2022-02-22");
    }

    @Test
    void theNewestReminderReachedIsTheOneThatStandsForThoseMissed() {
        assertThat(reached("2024-03-26")).isEmpty();
        assertThat(reached("2024-03-27")).contains(75);
        assertThat(reached("2024-04-10")).contains(75);
        assertThat(reached("2024-04-11")).contains(60);
        assertThat(reached("2024-06-02")).contains(15);
        assertThat(reached("2024-06-10")).contains(0);
        assertThat(reached("2024-06-11")).isEmpty();
    }

    @Test
    void nothingFollowsTheLastDay() {
        assertThat(ReminderSchedule.next(ReminderKind.EXPIRY, ReminderChannel.EMAIL, EXPIRY, 15))
                .contains(LocalDate.of(2024, 6, 3));
        assertThat(ReminderSchedule.next(ReminderKind.EXPIRY, ReminderChannel.EMAIL, EXPIRY, 0))
                .isEmpty();
    }

    private static Optional<Integer> reached(String day) {
        return ReminderSchedule.reachedOn(ReminderKind.EXPIRY, ReminderChannel.EMAIL, EXPIRY, LocalDate.parse(day));
    }

    /** Every day on which something is due, found by looking at each, and checked against walking from one to the next. */
    private static List<String> days(ReminderKind kind, ReminderChannel channel, LocalDate end) {
        List<LocalDate> due = end.minusDays(400)
                .datesUntil(end.plusDays(400))
                .filter(day -> ReminderSchedule.isDueOn(kind, channel, end, day))
                .toList();
        Optional<LocalDate> walked = ReminderSchedule.first(kind, channel, end);
        for (LocalDate day : due) {
            assertThat(walked).contains(day);
            walked = ReminderSchedule.next(kind, channel, end, ReminderSchedule.daysLeft(end, day));
        }
        assertThat(walked).isEmpty();
        return due.stream().map(LocalDate::toString).toList();
    }
}
