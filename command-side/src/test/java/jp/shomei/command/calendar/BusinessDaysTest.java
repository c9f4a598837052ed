package jp.shomei.command.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDaysTest {

    private final BusinessDays days = new BusinessDays(ClosingDays.turnOfTheYear());

    @ParameterizedTest
    @ValueSource(strings = {"2024-06-10", "2024-06-14", "2024-12-27", "2025-01-06"})
    void areMondayToFriday(LocalDate day) {
        assertThat(days.include(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-06-08", "2024-06-09", "2024-08-12", "2022-10-10", "2024-12-30", "2025-01-03"})
    void areNoWeekendsHolidaysAndClosingDays(LocalDate day) {
        assertThat(days.include(day)).isFalse();
    }

    @Test
    void leaveOutConfiguredDays() {
        LocalDate removal = LocalDate.of(2024, 6, 10);
        assertThat(new BusinessDays(ClosingDays.turnOfTheYearAnd(List.of(removal))).include(removal))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-10, 2024-06-10",
        "2024-11-10, 2024-11-11",
        "2024-08-10, 2024-08-13",
        "2022-10-10, 2022-10-11",
        "2024-12-28, 2025-01-06"
    })
    void theNextOneIsTheDayItselfIfItIsOne(LocalDate day, LocalDate next) {
        assertThat(days.onOrAfter(day)).isEqualTo(next);
    }
}
