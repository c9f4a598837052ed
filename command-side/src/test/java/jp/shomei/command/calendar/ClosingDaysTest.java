package jp.shomei.command.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingDaysTest {

    @ParameterizedTest
    @ValueSource(strings = {"2021-12-29", "2021-12-30", "2021-12-31", "2022-01-01", "2022-01-02", "2022-01-03"})
    void includeTheTurnOfTheYear(LocalDate day) {
        assertThat(ClosingDays.turnOfTheYear().include(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-12-28", "2022-01-04", "2022-06-15"})
    void leaveOutEveryOtherDay(LocalDate day) {
        assertThat(ClosingDays.turnOfTheYear().include(day)).isFalse();
    }

    @Test
    void includeConfiguredDaysOfThatYearAlone() {
        LocalDate removal = LocalDate.of(2022, 6, 15);

        ClosingDays days = ClosingDays.turnOfTheYearAnd(List.of(removal, removal));

        assertThat(days.include(removal)).isTrue();
        assertThat(days.include(removal.plusYears(1))).isFalse();
        assertThat(days.include(LocalDate.of(2022, 12, 29))).isTrue();
    }
}
