package jp.shomei.command.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NationalHolidaysTest {

    @Test
    void agreeWithASecondSourceDayByDay() throws IOException {
        List<LocalDate> included = LocalDate.of(2019, 1, 1)
                .datesUntil(LocalDate.of(2031, 1, 1))
                .filter(NationalHolidays::include)
                .toList();

        assertThat(included).isEqualTo(secondSource()).hasSize(219);
    }

    @Test
    void comeFromTheListInsideTheLibraryAndNotFromTheNetwork() {
        assertThat(NationalHolidays.include(LocalDate.of(2021, 7, 23))).isTrue();
        assertThat(System.getProperty(NationalHolidays.LIST))
                .startsWith("jar:file:")
                .endsWith("/syukujitsu.csv");
    }

    private static List<LocalDate> secondSource() throws IOException {
        try (InputStream list = Objects.requireNonNull(
                NationalHolidaysTest.class.getResourceAsStream("national-holidays-2019-2030.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> LocalDate.parse(line.substring(0, "2019-01-01".length())))
                    .toList();
        }
    }
}
