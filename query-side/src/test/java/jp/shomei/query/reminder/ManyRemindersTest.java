package jp.shomei.query.reminder;

import static jp.shomei.projections.fixture.CertificateEvents.APPLIED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.DOWNLOAD_UNTIL;
import static jp.shomei.projections.fixture.CertificateEvents.EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.reminder.DueReminders;
import jp.shomei.contracts.reminder.DueReminders.Due;
import jp.shomei.contracts.reminder.ForecastReminders;
import jp.shomei.contracts.reminder.ListDueReminders;
import jp.shomei.contracts.reminder.ListReminders;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.ReminderForecast;
import jp.shomei.contracts.reminder.ReminderForecast.Month;
import jp.shomei.contracts.reminder.ReminderPage;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.reminder.ReminderQueueProjection;
import jp.shomei.query.QuerySide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As many certificates of one day as the whole country applies for in its busiest days. */
@Tag("many")
class ManyRemindersTest extends MongoTest {

    private static final int MANY = 10_000;
    private static final Duration MOST_FOR_ALL_PAGES = Duration.ofMinutes(2);

    @Test
    void allOfOneDayAreToldPageByPageInGoodTime() {
        List<String> all = IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> RequestId.of(APPLIED_ON, number))
                .toList();
        for (String requestId : all) {
            events.append(applied(requestId, InstitutionCode.of(requestId.substring(5))), issued(requestId));
        }
        try (ReadModelFixture fixture = start().awaitTakenIn(Duration.ofMinutes(10))) {
            long begin = System.nanoTime();
            assertThat(dueOfAllPages(fixture)).containsExactlyElementsOf(all);
            assertThat(listedOnAllPages(fixture)).containsExactlyElementsOf(all);
            assertThat(fixture.query(new ForecastReminders(60), ReminderForecast.class)
                            .months())
                    .extracting(Month::expiring)
                    .containsOnlyOnce(MANY);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(MOST_FOR_ALL_PAGES);
        }
    }

    private static List<String> dueOfAllPages(ReadModelFixture fixture) {
        List<String> seen = new ArrayList<>();
        List<Due> page = due(fixture, null);
        while (!page.isEmpty()) {
            page.forEach(due -> seen.add(due.requestId()));
            assertThat(seen).doesNotHaveDuplicates();
            page = due(fixture, seen.getLast());
        }
        return seen;
    }

    private static List<Due> due(ReadModelFixture fixture, @Nullable String after) {
        return fixture.query(new ListDueReminders(DOWNLOAD_UNTIL, after, 500), DueReminders.class)
                .items();
    }

    private static List<String> listedOnAllPages(ReadModelFixture fixture) {
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            ReminderPage page = fixture.query(
                    new ListReminders(EXPIRES_ON.minusDays(90), ReminderChannel.MPKI_CLIENT, null, cursor, 200),
                    ReminderPage.class);
            page.items().forEach(reminder -> seen.add(reminder.requestId()));
            assertThat(seen).doesNotHaveDuplicates();
            cursor = page.nextCursor();
        } while (cursor != null);
        return seen;
    }

    private ReadModelFixture start() {
        Clock noon = Clock.fixed(APPLIED_ON.atTime(12, 0).atZone(JapanTime.ZONE).toInstant(), JapanTime.ZONE);
        return ReadModelFixture.start(
                database,
                events,
                List.of(ReminderQueueProjection.READ_MODEL),
                tokens -> tokens,
                new QuerySide().queryHandlers(database, RenewalWindow.AS_PUBLISHED, noon));
    }
}
