package jp.shomei.query.reminder;

import static jp.shomei.contracts.reminder.ReminderChannel.CARD_READER;
import static jp.shomei.contracts.reminder.ReminderChannel.EMAIL;
import static jp.shomei.contracts.reminder.ReminderChannel.MPKI_CLIENT;
import static jp.shomei.contracts.reminder.ReminderKind.DOWNLOAD;
import static jp.shomei.contracts.reminder.ReminderKind.EXPIRY;
import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.reminded;
import static jp.shomei.projections.fixture.CertificateEvents.revoked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.reminder.ListInstitutionReminders;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.ReminderPage;
import jp.shomei.contracts.reminder.ReminderView;
import jp.shomei.query.QueryTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ListInstitutionRemindersTest extends QueryTest {

    @Test
    void tellsNothingToAnInstitutionThatHasNoCertificate() {
        assertThat(page(null, 200)).isEqualTo(new ReminderPage(List.of(), null));
    }

    @Nested
    class OnceIssued {

        @BeforeEach
        void issue() {
            events.append(applied(REQUEST), issued(REQUEST));
        }

        @Test
        void tellsTheWholeScheduleFromNowOn() {
            List<ReminderView> all = page(null, 200).items();

            // 2 of the download by mail; of the expiry 13 by mail and 12 by each of two dialogs
            assertThat(all).hasSize(2 + 13 + 2 * 12);
            assertThat(all)
                    .isSortedAccordingTo(Comparator.comparing(ReminderView::dueOn)
                            .thenComparing(view -> view.channel().name()));
            assertThat(all.subList(0, 5))
                    .extracting(ReminderView::kind, ReminderView::channel, ReminderView::daysLeft)
                    .containsExactly(
                            tuple(DOWNLOAD, EMAIL, 30),
                            tuple(DOWNLOAD, EMAIL, 15),
                            tuple(EXPIRY, CARD_READER, 90),
                            tuple(EXPIRY, MPKI_CLIENT, 90),
                            tuple(EXPIRY, EMAIL, 75));
        }

        @Test
        void tellsNothingThatIsPast() {
            setToday(EXPIRES_ON.minusDays(1));

            assertThat(page(null, 200).items())
                    .containsExactly(
                            view(CARD_READER, 1),
                            view(EMAIL, 1),
                            view(MPKI_CLIENT, 1),
                            view(CARD_READER, 0),
                            view(EMAIL, 0),
                            view(MPKI_CLIENT, 0));
        }

        @Test
        void doesNotPromiseAMailThatWasSentToday() {
            setToday(EXPIRES_ON);
            events.append(reminded(REQUEST, EXPIRY, EXPIRES_ON, 0));

            assertThat(page(null, 200).items()).containsExactly(view(CARD_READER, 0), view(MPKI_CLIENT, 0));
        }

        @Test
        void tellsNothingOfWhatIsOver() {
            events.append(downloaded(REQUEST));
            assertThat(page(null, 200).items()).extracting(ReminderView::kind).containsOnly(EXPIRY);

            events.append(revoked(REQUEST));
            assertThat(page(null, 200).items()).isEmpty();
        }

        @Test
        void tellsNothingOfOtherInstitutions() {
            events.append(applied(ANOTHER_REQUEST, ANOTHER_INSTITUTION), issued(ANOTHER_REQUEST));

            assertThat(page(null, 200).items())
                    .extracting(ReminderView::requestId)
                    .containsOnly(REQUEST);
        }

        @Test
        void pagesThroughEverythingOnce() {
            events.append(applied(ANOTHER_REQUEST), issued(ANOTHER_REQUEST));
            List<ReminderView> whole = page(null, 200).items();

            List<ReminderView> seen = new ArrayList<>();
            @Nullable String cursor = null;
            do {
                ReminderPage page = page(cursor, 7);
                seen.addAll(page.items());
                cursor = page.nextCursor();
            } while (cursor != null);

            assertThat(seen).hasSize(78).isEqualTo(whole);
            assertThat(seen.subList(0, 2))
                    .extracting(ReminderView::requestId)
                    .containsExactly(REQUEST, ANOTHER_REQUEST);
        }

        private ReminderView view(ReminderChannel channel, int daysLeft) {
            return new ReminderView(
                    REQUEST,
                    INSTITUTION.value(),
                    "受付２",
                    EXPIRY,
                    channel,
                    EXPIRES_ON.minusDays(daysLeft),
                    daysLeft,
                    EXPIRES_ON);
        }
    }

    @Test
    void refusesALimitOutOfRangeAndACursorThatIsNoneOfOurs() {
        assertThat(refusal(new ListInstitutionReminders(INSTITUTION, null, 201), ReminderPage.class))
                .isEqualTo(Refusal.of(List.of(FieldError.of("limit", FieldRule.RANGE, "1", "200"))));
        assertThat(refusal(new ListInstitutionReminders(INSTITUTION, "***", 10), ReminderPage.class))
                .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
    }

    private ReminderPage page(@Nullable String cursor, int limit) {
        return ask(new ListInstitutionReminders(INSTITUTION, cursor, limit), ReminderPage.class);
    }
}
