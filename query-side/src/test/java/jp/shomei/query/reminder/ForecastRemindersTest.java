package jp.shomei.query.reminder;

import static jp.shomei.contracts.reminder.ReminderKind.EXPIRY;
import static jp.shomei.projections.fixture.CertificateEvents.APPLIED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.ISSUED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.reminded;
import static jp.shomei.projections.fixture.CertificateEvents.revoked;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.reminder.ForecastReminders;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.ReminderForecast;
import jp.shomei.contracts.reminder.ReminderForecast.Month;
import jp.shomei.query.QueryTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastRemindersTest extends QueryTest {

    private static final LocalDate EXPIRES = LocalDate.of(2024, 6, 10);
    private static final LocalDate DOWNLOAD_UNTIL = LocalDate.of(2021, 9, 6);

    @Test
    void namesEveryMonthThoughNothingHappensInIt() {
        setToday(LocalDate.of(2023, 11, 30));

        assertThat(forecast(3))
                .containsExactly(
                        month("2023-11", 0, 0, 0, 0), month("2023-12", 0, 0, 0, 0), month("2024-01", 0, 0, 0, 0));
    }

    @Test
    void countsTheWholeLifeOfACertificate() {
        issue(1, EXPIRES);
        setToday(LocalDate.of(2021, 3, 12));

        List<Month> months = forecast(40);

        assertThat(months).hasSize(40);
        assertThat(months.getLast()).isEqualTo(month("2024-06", 1, 0, 8, 8));
        assertThat(months)
                .filteredOn(month -> !isQuiet(month))
                .containsExactly(
                        month("2021-08", 0, 0, 2, 0),
                        month("2021-09", 0, 1, 0, 0),
                        month("2024-03", 0, 0, 1, 1),
                        month("2024-04", 0, 0, 2, 1),
                        month("2024-05", 0, 0, 2, 2),
                        month("2024-06", 1, 0, 8, 8));
    }

    @Test
    void countsEveryCertificateInHoweverManyBlocks() {
        IntStream.rangeClosed(1, 150).forEach(number -> issue(number * 2, EXPIRES));
        events.append(revoked(id(2)), downloaded(id(4)));
        setToday(LocalDate.of(2021, 9, 1));

        assertThat(forecast(40)).contains(month("2021-09", 0, 148, 0, 0), month("2024-06", 149, 0, 8 * 149, 8 * 149));
    }

    @Nested
    class OnTheFourthDayBeforeTheEnd {

        private static final LocalDate TODAY = EXPIRES.minusDays(4);

        @Test
        void countsNothingThatIsPast() {
            issue(1, EXPIRES);
            issue(2, TODAY.minusDays(1));
            setToday(TODAY);

            assertThat(forecast(1)).containsExactly(month("2024-06", 1, 0, 5, 5));
        }

        @Test
        void countsNoMailOfTodayThatWasSent() {
            issue(1, EXPIRES);
            issue(2, EXPIRES);
            events.append(reminded(id(1), EXPIRY, EXPIRES, 4));
            setToday(TODAY);

            assertThat(forecast(1)).containsExactly(month("2024-06", 2, 0, 4 + 5, 2 * 5));
        }

        @Test
        void countsNoMailThatWasMissedOnDaysBefore() {
            issue(1, EXPIRES.plusDays(9));
            setToday(TODAY);

            // 15 days before the end is past; from the seventh day on all are ahead
            assertThat(forecast(1)).containsExactly(month("2024-06", 1, 0, 8, 8));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 61})
    void refusesANumberOfMonthsOutOfRange(int months) {
        assertThat(refusal(new ForecastReminders(months), ReminderForecast.class))
                .isEqualTo(Refusal.of(List.of(FieldError.of("months", FieldRule.RANGE, "1", "60"))));
    }

    private List<Month> forecast(int months) {
        return ask(new ForecastReminders(months), ReminderForecast.class).months();
    }

    private void issue(int number, LocalDate expiresOn) {
        events.append(applied(id(number)), issued(id(number), ISSUED_ON, expiresOn, DOWNLOAD_UNTIL));
    }

    private static String id(int number) {
        return RequestId.of(APPLIED_ON, number);
    }

    private static boolean isQuiet(Month month) {
        return month.expiring() == 0
                && month.downloadsEnding() == 0
                && month.reminders().values().stream().allMatch(number -> number == 0);
    }

    /** The dialogs have one table for both. */
    private static Month month(String month, int expiring, int downloadsEnding, int mails, int dialogs) {
        return new Month(
                YearMonth.parse(month),
                expiring,
                downloadsEnding,
                Map.of(
                        ReminderChannel.EMAIL, mails,
                        ReminderChannel.CARD_READER, dialogs,
                        ReminderChannel.MPKI_CLIENT, dialogs));
    }
}
