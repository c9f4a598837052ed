package jp.shomei.query.reminder;

import static jp.shomei.contracts.reminder.ReminderKind.DOWNLOAD;
import static jp.shomei.contracts.reminder.ReminderKind.EXPIRY;
import static jp.shomei.projections.fixture.CertificateEvents.APPLIED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.DOWNLOAD_UNTIL;
import static jp.shomei.projections.fixture.CertificateEvents.EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.ISSUED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.reminded;
import static jp.shomei.projections.fixture.CertificateEvents.renewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.reminder.DueReminders;
import jp.shomei.contracts.reminder.DueReminders.Due;
import jp.shomei.contracts.reminder.ListDueReminders;
import jp.shomei.query.QueryTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListDueRemindersTest extends QueryTest {

    private static final LocalDate FIRST_OF_DOWNLOAD = DOWNLOAD_UNTIL.minusDays(30);

    @Test
    void nothingIsDueBeforeTheFirstDayOfTheSchedule() {
        issue(1);

        assertThat(due(FIRST_OF_DOWNLOAD.minusDays(1), null, 100)).isEmpty();
        assertThat(due(FIRST_OF_DOWNLOAD, null, 100)).containsExactly(new Due(id(1), Set.of(DOWNLOAD)));
    }

    @Test
    void whatWasMissedIsDueUntilTheEndIsOver() {
        issue(1);

        assertThat(due(DOWNLOAD_UNTIL, null, 100)).containsExactly(new Due(id(1), Set.of(DOWNLOAD)));
        assertThat(due(DOWNLOAD_UNTIL.plusDays(1), null, 100)).isEmpty();
        assertThat(due(EXPIRES_ON, null, 100)).containsExactly(new Due(id(1), Set.of(EXPIRY)));
        assertThat(due(EXPIRES_ON.plusDays(1), null, 100)).isEmpty();
    }

    @Test
    void whatIsOnRecordIsDueNoMoreUntilTheNextDayOfTheSchedule() {
        issue(1);
        events.append(downloaded(id(1)), reminded(id(1), EXPIRY, EXPIRES_ON, 75));

        assertThat(due(EXPIRES_ON.minusDays(61), null, 100)).isEmpty();
        assertThat(due(EXPIRES_ON.minusDays(60), null, 100)).hasSize(1);
    }

    @Test
    void aRenewedCertificateIsDueByItsNewEndAlone() {
        issue(1);
        events.append(renewed(id(1)));

        assertThat(due(EXPIRES_ON, null, 100)).isEmpty();
    }

    @Test
    void bothKindsOfOneCertificateAreToldTogether() {
        events.append(applied(id(1)), issued(id(1), ISSUED_ON, EXPIRES_ON, EXPIRES_ON.minusDays(30)));

        assertThat(due(EXPIRES_ON.minusDays(30), null, 100)).containsExactly(new Due(id(1), Set.of(EXPIRY, DOWNLOAD)));
    }

    /** Asked at once, not when the read model happens to have caught up. */
    @Test
    void answersWithWhatHasJustHappened() {
        for (int number = 1; number <= 40; number++) {
            issue(number);

            assertThat(fixture.query(new ListDueReminders(FIRST_OF_DOWNLOAD, null, 100), DueReminders.class)
                            .items())
                    .hasSize(number);
        }
    }

    @Test
    void answersInTheOrderOfTheRequestIdsPageByPageThoughTheyBecameDueOnSeveralDays() {
        List<Integer> numbers =
                IntStream.iterate(1, number -> number + 97).limit(60).boxed().toList();
        for (int number : numbers.reversed()) {
            events.append(
                    applied(id(number)),
                    issued(id(number), ISSUED_ON, EXPIRES_ON.plusDays(number % 5), EXPIRES_ON.minusDays(number % 3)));
        }

        assertThat(allDue(EXPIRES_ON.minusDays(10), 7))
                .containsExactlyElementsOf(
                        numbers.stream().map(ListDueRemindersTest::id).toList());
    }

    @Test
    void refusesALimitOutOfRangeAndAPlaceThatIsNoRequestId() {
        assertThat(refusal(new ListDueReminders(EXPIRES_ON, null, 0), DueReminders.class)
                        .code())
                .isEqualTo(ErrorCode.INVALID_FIELDS);
        assertThat(refusal(new ListDueReminders(EXPIRES_ON, null, 10_001), DueReminders.class)
                        .code())
                .isEqualTo(ErrorCode.INVALID_FIELDS);
        assertThat(refusal(new ListDueReminders(EXPIRES_ON, "2021", 10), DueReminders.class))
                .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
    }

    private List<String> allDue(LocalDate day, int limit) {
        List<String> seen = new ArrayList<>();
        List<Due> page = due(day, null, limit);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            page.forEach(due -> seen.add(due.requestId()));
            page = due(day, seen.getLast(), limit);
        }
        return seen;
    }

    private List<Due> due(LocalDate day, @Nullable String after, int limit) {
        return fixture.query(new ListDueReminders(day, after, limit), DueReminders.class)
                .items();
    }

    private void issue(int number) {
        events.append(applied(id(number)), issued(id(number)));
    }

    private static String id(int number) {
        return RequestId.of(APPLIED_ON, number);
    }
}
