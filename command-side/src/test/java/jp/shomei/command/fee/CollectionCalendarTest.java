package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.shomei.command.calendar.BusinessDays;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.contracts.fee.BillingMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionCalendarTest {

    private static CollectionCalendar with(CollectionPolicy policy) {
        return new CollectionCalendar(policy, new BusinessDays(ClosingDays.turnOfTheYear()));
    }

    /** On the tenth, or the next business day: a Sunday, a Saturday before two holidays, a holiday on a Monday. */
    @ParameterizedTest
    @CsvSource({
        "2024-06, 2024-06-01, 2024-06-10",
        "2024-11, 2024-11-01, 2024-11-11",
        "2024-08, 2024-08-01, 2024-08-13",
        "2022-10, 2022-10-01, 2022-10-11",
        "2025-01, 2025-01-01, 2025-01-10",
        "2024-06, 2024-05-01, 2024-06-10"
    })
    void slipsAreSentAboutTheTenth(String month, LocalDate today, LocalDate sent) {
        assertThat(with(CollectionPolicy.USUAL).slipDay(BillingMonth.of(month), today))
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06, 2024-06-10, 2024-06-10",
        "2024-06, 2024-06-11, 2024-06-11",
        "2024-06, 2024-06-15, 2024-06-17",
        "2024-06, 2024-12-28, 2025-01-06"
    })
    void whatIsLateIsSentOnTheNextBusinessDay(String month, LocalDate today, LocalDate sent) {
        assertThat(with(CollectionPolicy.USUAL).slipDay(BillingMonth.of(month), today))
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06, 2024-07-05, 2024-07-10",
        "2024-11, 2024-12-05, 2024-12-10",
        "2024-12, 2025-01-05, 2025-01-10",
        "2025-04, 2025-05-02, 2025-05-12",
        "2024-06, 2024-07-20, 2024-07-22"
    })
    void afterTwoFailuresSlipsAreSentThreeMonthsAfterTheIssue(String month, LocalDate today, LocalDate sent) {
        assertThat(with(CollectionPolicy.USUAL).fallbackSlipDay(BillingMonth.of(month), today))
                .isEqualTo(sent);
    }

    @Test
    void otherDaysAndMonthsCanBeSet() {
        CollectionCalendar calendar = with(new CollectionPolicy(1, 5, 20, 7));
        BillingMonth month = BillingMonth.of("2024-10");
        assertThat(calendar.slipDay(month, LocalDate.of(2024, 9, 20))).isEqualTo("2024-10-01");
        assertThat(calendar.fallbackSlipDay(month, LocalDate.of(2024, 11, 5))).isEqualTo("2025-01-06");
        assertThat(calendar.dueOn(LocalDate.of(2024, 10, 1))).isEqualTo("2024-10-21");
        assertThat(calendar.revokeAfter(LocalDate.of(2024, 10, 22))).isEqualTo("2024-10-29");
    }

    /** A weekday, a Saturday, and a day at the turn of the year. */
    @ParameterizedTest
    @CsvSource({"2024-06-10, 2024-07-10", "2024-11-14, 2024-12-16", "2024-11-29, 2025-01-06"})
    void aSlipIsDueOnABusinessDayThirtyDaysLater(LocalDate issuedOn, LocalDate dueOn) {
        assertThat(with(CollectionPolicy.USUAL).dueOn(issuedOn)).isEqualTo(dueOn);
    }

    @Test
    void aWarningLeavesTwoWeeks() {
        assertThat(with(CollectionPolicy.USUAL).revokeAfter(LocalDate.of(2024, 12, 20)))
                .isEqualTo("2025-01-03");
    }
}
