package jp.shomei.query.reminder;

import static jp.shomei.contracts.reminder.ReminderChannel.CARD_READER;
import static jp.shomei.contracts.reminder.ReminderChannel.EMAIL;
import static jp.shomei.contracts.reminder.ReminderChannel.MPKI_CLIENT;
import static jp.shomei.contracts.reminder.ReminderKind.DOWNLOAD;
import static jp.shomei.contracts.reminder.ReminderKind.EXPIRY;
import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.APPLIED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.DOWNLOAD_UNTIL;
import static jp.shomei.projections.fixture.CertificateEvents.EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.ISSUED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.contactChanged;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.reminded;
import static jp.shomei.projections.fixture.CertificateEvents.renewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.reminder.ListReminders;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.ReminderPage;
import jp.shomei.contracts.reminder.ReminderView;
import jp.shomei.query.QueryTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListRemindersTest extends QueryTest {

    @Test
    void tellsWhoIsToBeRemindedOfWhat() {
        issue(1);
        events.append(contactChanged(id(1)));

        assertThat(list(EXPIRES_ON.minusDays(75), EMAIL))
                .containsExactly(new ReminderView(
                        id(1), INSTITUTION.value(), "受付３", EXPIRY, EMAIL, EXPIRES_ON.minusDays(75), 75, EXPIRES_ON));
    }

    @Test
    void keepsToTheScheduleOfEachChannel() {
        issue(1);

        assertThat(list(EXPIRES_ON.minusDays(90), EMAIL)).isEmpty();
        assertThat(list(EXPIRES_ON.minusDays(75), CARD_READER)).isEmpty();
        for (ReminderChannel dialog : List.of(CARD_READER, MPKI_CLIENT)) {
            assertThat(list(EXPIRES_ON.minusDays(90), dialog))
                    .extracting(ReminderView::channel)
                    .containsExactly(dialog);
        }
    }

    @Test
    void gathersWhatEndsOnSeveralDays() {
        LocalDate day = LocalDate.of(2024, 6, 1);
        List<Integer> daysLeft = List.of(0, 3, 7, 8, 15, 59, 60, 75, 76);
        for (int number = 0; number < daysLeft.size(); number++) {
            issue(number + 1, day.plusDays(daysLeft.get(number)));
        }

        assertThat(list(day, EMAIL)).extracting(ReminderView::daysLeft).containsExactly(0, 3, 7, 15, 60, 75);
    }

    @Test
    void remindsOfTheDownloadByMailAlone() {
        issue(1);
        LocalDate day = DOWNLOAD_UNTIL.minusDays(15);

        assertThat(list(day, EMAIL)).extracting(ReminderView::kind).containsExactly(DOWNLOAD);
        assertThat(list(day, CARD_READER)).isEmpty();
    }

    @Test
    void remindsNobodyOfWhatWasDownloadedOrRenewed() {
        issue(1);
        events.append(downloaded(id(1)), renewed(id(1)));

        assertThat(list(DOWNLOAD_UNTIL.minusDays(15), EMAIL)).isEmpty();
        assertThat(list(EXPIRES_ON.minusDays(7), EMAIL)).isEmpty();
    }

    @Test
    void tellsOfAPastDayAsIsKnownToday() {
        issue(1);
        events.append(reminded(id(1), DOWNLOAD, DOWNLOAD_UNTIL, 30));
        setToday(DOWNLOAD_UNTIL);

        assertThat(list(DOWNLOAD_UNTIL.minusDays(30), EMAIL)).hasSize(1);
        events.append(downloaded(id(1)));
        assertThat(list(DOWNLOAD_UNTIL.minusDays(30), EMAIL)).isEmpty();
    }

    @Test
    void tellsOfOneInstitutionIfAsked() {
        issue(1);
        events.append(applied(id(2), ANOTHER_INSTITUTION), issued(id(2)));
        LocalDate day = EXPIRES_ON.minusDays(7);

        assertThat(list(day, EMAIL)).extracting(ReminderView::requestId).containsExactly(id(1), id(2));
        assertThat(page(day, ANOTHER_INSTITUTION, null, 200).items())
                .extracting(ReminderView::requestId)
                .containsExactly(id(2));
        assertThat(page(day, InstitutionCode.of("12345678"), null, 200).items()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "4611234567")
    void pagesThroughEveryReminderOnceThoughACertificateHasTwo(@Nullable String institution) {
        LocalDate end = EXPIRES_ON;
        for (int number = 1; number <= 241; number += 40) {
            events.append(
                    applied(id(number)), issued(id(number), ISSUED_ON, end, number < 100 ? end : end.plusDays(1)));
        }
        InstitutionCode only = institution == null ? null : InstitutionCode.of(institution);

        List<String> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            ReminderPage page = page(end.minusDays(15), only, cursor, 2);
            assertThat(page.items()).hasSizeBetween(1, 2);
            page.items().forEach(reminder -> seen.add(reminder.requestId().substring(12) + reminder.kind()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen)
                .containsExactly(
                        "001DOWNLOAD",
                        "001EXPIRY",
                        "041DOWNLOAD",
                        "041EXPIRY",
                        "081DOWNLOAD",
                        "081EXPIRY",
                        "121EXPIRY",
                        "161EXPIRY",
                        "201EXPIRY",
                        "241EXPIRY");
    }

    @ParameterizedTest
    @EnumSource(ReminderChannel.class)
    void hasNoNextPageAfterAFullLastOne(ReminderChannel channel) {
        issue(1);
        issue(2);

        assertThat(ask(new ListReminders(EXPIRES_ON, channel, null, null, 2), ReminderPage.class)
                        .nextCursor())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 201})
    void refusesALimitOutOfRange(int limit) {
        assertThat(refusal(new ListReminders(EXPIRES_ON, EMAIL, null, null, limit), ReminderPage.class))
                .isEqualTo(Refusal.of(List.of(FieldError.of("limit", FieldRule.RANGE, "1", "200"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "202103100000001", "2021-03-10:1:EXPIRY:EMAIL", "2021-03-10:202103100000001:EXPIRY:x"})
    void refusesACursorOfAnotherForm(String place) {
        String cursor = Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.US_ASCII));

        assertThat(refusal(new ListReminders(EXPIRES_ON, EMAIL, null, cursor, 10), ReminderPage.class))
                .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
    }

    private List<ReminderView> list(LocalDate day, ReminderChannel channel) {
        return ask(new ListReminders(day, channel, null, null, 200), ReminderPage.class)
                .items();
    }

    private ReminderPage page(
            LocalDate day, @Nullable InstitutionCode institution, @Nullable String cursor, int limit) {
        return ask(new ListReminders(day, EMAIL, institution, cursor, limit), ReminderPage.class);
    }

    private void issue(int number) {
        issue(number, EXPIRES_ON);
    }

    private void issue(int number, LocalDate expiresOn) {
        events.append(applied(id(number)), issued(id(number), ISSUED_ON, expiresOn, DOWNLOAD_UNTIL));
    }

    private static String id(int number) {
        return RequestId.of(APPLIED_ON, number);
    }
}
