package jp.shomei.query.reminder;

import static jp.shomei.contracts.reminder.ReminderChannel.CARD_READER;
import static jp.shomei.contracts.reminder.ReminderChannel.MPKI_CLIENT;
import static jp.shomei.projections.fixture.CertificateEvents.EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.RENEWED_EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.expired;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.renewalPrepared;
import static jp.shomei.projections.fixture.CertificateEvents.renewalSigned;
import static jp.shomei.projections.fixture.CertificateEvents.renewed;
import static jp.shomei.projections.fixture.CertificateEvents.revoked;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.reminder.FindTerminalReminders;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.reminder.ReminderView;
import jp.shomei.contracts.reminder.TerminalReminders;
import jp.shomei.query.QueryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FindTerminalRemindersTest extends QueryTest {

    private static final String SERIAL = "0a1b";
    private static final String RENEWED_SERIAL = "2c3d";

    @Test
    void refusesASerialNumberOfNoCertificate() {
        events.append(applied(REQUEST), issued(REQUEST), prepared(REQUEST));

        assertThat(refusal(new FindTerminalReminders(SERIAL, CARD_READER), TerminalReminders.class))
                .isEqualTo(Refusal.of(ErrorCode.CERTIFICATE_NOT_FOUND));
    }

    @Nested
    class OnceDownloaded {

        @BeforeEach
        void download() {
            events.append(applied(REQUEST), issued(REQUEST), prepared(REQUEST), signed(REQUEST), downloaded(REQUEST));
        }

        @Test
        void showsTodaysDialog() {
            setToday(EXPIRES_ON.minusDays(90));

            for (ReminderChannel dialog : List.of(CARD_READER, MPKI_CLIENT)) {
                assertThat(ask(new FindTerminalReminders(SERIAL, dialog), TerminalReminders.class))
                        .isEqualTo(new TerminalReminders(
                                REQUEST,
                                EXPIRES_ON.minusDays(90),
                                List.of(new ReminderView(
                                        REQUEST,
                                        INSTITUTION.value(),
                                        "受付２",
                                        ReminderKind.EXPIRY,
                                        dialog,
                                        EXPIRES_ON.minusDays(90),
                                        90,
                                        EXPIRES_ON))));
            }
        }

        @Test
        void showsADialogOnEveryDayOfTheScheduleAndOnNoOther() {
            List<Integer> shown = new ArrayList<>();
            for (int daysLeft = 100; daysLeft >= -2; daysLeft--) {
                setToday(EXPIRES_ON.minusDays(daysLeft));
                shown.addAll(show(SERIAL).stream().map(ReminderView::daysLeft).toList());
            }

            assertThat(shown).containsExactly(90, 60, 30, 15, 7, 6, 5, 4, 3, 2, 1, 0);
        }

        @Test
        void knowsTheSerialNumberInEitherCase() {
            setToday(EXPIRES_ON);

            assertThat(show("0A1B")).hasSize(1);
        }

        @Test
        void showsNothingOfAGenerationThatWasRenewed() {
            events.append(renewed(REQUEST), renewalPrepared(REQUEST), renewalSigned(REQUEST));

            for (LocalDate day : List.of(EXPIRES_ON.minusDays(7), RENEWED_EXPIRES_ON.minusDays(7))) {
                setToday(day);
                assertThat(show(SERIAL)).isEmpty();
            }
            assertThat(show(RENEWED_SERIAL)).extracting(ReminderView::endsOn).containsExactly(RENEWED_EXPIRES_ON);
        }

        @Test
        void showsNothingOnceItIsRevoked() {
            setToday(EXPIRES_ON);
            events.append(revoked(REQUEST));

            assertThat(show(SERIAL)).isEmpty();
        }

        @Test
        void showsNothingOnceItHasExpired() {
            setToday(EXPIRES_ON);
            events.append(expired(REQUEST));

            assertThat(show(SERIAL)).isEmpty();
        }
    }

    private List<ReminderView> show(String serialNumber) {
        return ask(new FindTerminalReminders(serialNumber, CARD_READER), TerminalReminders.class)
                .items();
    }
}
