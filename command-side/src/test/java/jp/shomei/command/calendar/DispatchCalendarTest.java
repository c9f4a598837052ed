package jp.shomei.command.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.shomei.contracts.time.JapanTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchCalendarTest {

    private final DispatchCalendar calendar = new DispatchCalendar(ClosingDays.turnOfTheYear());

    @Nested
    class WhenApprovedByThreeOnAReceptionDay {

        @ParameterizedTest
        @CsvSource({
            "2021-03-10T09:00, 2021-03-11",
            "2021-09-10T00:00, 2021-09-11",
            "2021-09-10T14:59, 2021-09-11",
            "2021-09-10T15:00, 2021-09-11",
            "2021-09-10T15:00:59.999, 2021-09-11",
            "2021-09-22T14:00, 2021-09-24",
            "2021-12-28T14:00, 2022-01-04",
            "2024-05-02T14:00, 2024-05-07",
            "2025-11-21T15:00, 2025-11-22",
            "2026-09-18T15:00, 2026-09-19",
        })
        void leavesOnTheNextDispatchDay(LocalDateTime approved, LocalDate dispatchDay) {
            assertThat(calendar.dispatchDayFor(inJapan(approved))).isEqualTo(dispatchDay);
        }
    }

    @Nested
    class WhenApprovedLater {

        @ParameterizedTest
        @CsvSource({
            "2021-09-10T15:01, 2021-09-14",
            "2021-09-10T23:59, 2021-09-14",
            "2021-09-13T15:01, 2021-09-15",
            "2021-09-17T15:30, 2021-09-22",
            "2021-09-22T15:30, 2021-09-25",
            "2021-12-28T15:30, 2022-01-05",
            "2024-05-02T16:00, 2024-05-08",
            "2026-09-18T15:01, 2026-09-25",
        })
        void leavesAsIfApprovedOnTheNextReceptionDay(LocalDateTime approved, LocalDate dispatchDay) {
            assertThat(calendar.dispatchDayFor(inJapan(approved))).isEqualTo(dispatchDay);
        }
    }

    @Nested
    class WhenApprovedOnADayWithoutReception {

        @ParameterizedTest
        @CsvSource({
            "2021-09-11T10:00, 2021-09-14",
            "2021-09-12T10:00, 2021-09-14",
            "2021-09-20T10:00, 2021-09-22",
            "2021-09-18T10:00, 2021-09-22",
            "2021-12-29T10:00, 2022-01-05",
            "2022-01-03T10:00, 2022-01-05",
            "2021-07-22T10:00, 2021-07-27",
        })
        void leavesAsIfApprovedOnTheNextReceptionDay(LocalDateTime approved, LocalDate dispatchDay) {
            assertThat(calendar.dispatchDayFor(inJapan(approved))).isEqualTo(dispatchDay);
        }
    }

    @Nested
    class WithAConfiguredClosingDay {

        private final DispatchCalendar closedOnTuesday =
                new DispatchCalendar(ClosingDays.turnOfTheYearAnd(List.of(LocalDate.of(2021, 9, 14))));

        @Test
        void postsNothingOnIt() {
            assertThat(closedOnTuesday.dispatchDayFor(inJapan(LocalDateTime.of(2021, 9, 13, 10, 0))))
                    .isEqualTo(LocalDate.of(2021, 9, 15));
        }

        @Test
        void promisesNothingForIt() {
            assertThat(closedOnTuesday.promisedBy(LocalDate.of(2021, 9, 10))).isEqualTo(LocalDate.of(2021, 9, 16));
        }

        @Test
        void receivesNothingOnIt() {
            assertThat(closedOnTuesday.dispatchDayFor(inJapan(LocalDateTime.of(2021, 9, 14, 10, 0))))
                    .isEqualTo(LocalDate.of(2021, 9, 16));
        }
    }

    @ParameterizedTest
    @CsvSource({"2021-09-10, 2021-09-11", "2021-09-11, 2021-09-13", "2024-05-02, 2024-05-07", "2021-12-28, 2022-01-04"})
    void namesTheNextDispatchDay(LocalDate day, LocalDate next) {
        assertThat(calendar.nextDispatchDay(day)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-10, 2021-03-15",
        "2021-09-10, 2021-09-15",
        "2021-09-11, 2021-09-15",
        "2021-09-17, 2021-09-24",
        "2021-09-22, 2021-09-28",
        "2021-12-28, 2022-01-06",
        "2024-05-02, 2024-05-09",
    })
    void promisesToPostByTheThirdBusinessDayAfterTheApproval(LocalDate approved, LocalDate promisedBy) {
        assertThat(calendar.promisedBy(approved)).isEqualTo(promisedBy);
    }

    /** Whatever the hour: else the promise would be broken when it is made. */
    @Test
    void neverPromisesADayBeforeTheDispatchDay() {
        for (LocalDate day = LocalDate.of(2021, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            assertThat(calendar.dispatchDayFor(inJapan(day.atTime(23, 59))))
                    .isBeforeOrEqualTo(calendar.promisedBy(day));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-09-12", "2021-09-20", "2024-05-04", "2021-12-31", "2023-01-02"})
    void postsNothingOnSundaysHolidaysAndClosingDays(LocalDate day) {
        assertThat(calendar.isDispatchDay(day)).isFalse();
    }

    @Test
    void readsTheHourInJapan() {
        assertThat(calendar.dispatchDayFor(Instant.parse("2021-09-10T06:00:30Z")))
                .isEqualTo(LocalDate.of(2021, 9, 11));
        assertThat(calendar.dispatchDayFor(Instant.parse("2021-09-09T15:00:00Z")))
                .isEqualTo(LocalDate.of(2021, 9, 11));
    }

    private static Instant inJapan(LocalDateTime time) {
        return time.atZone(JapanTime.ZONE).toInstant();
    }
}
