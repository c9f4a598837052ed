package jp.shomei.projections.reminder.view;

import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.reminder.ReminderSchedule;
import jp.shomei.projections.fixture.CertificateEvents;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderDocumentTest {

    @Test
    void cannotBeginWithAnythingButAnApplication() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ReminderDocument.on(null, issued(REQUEST), 0))
                .withMessage("a history cannot begin with CertificateIssued");
    }

    /** Issued on 2021-03-10 and never touched again. */
    @Nested
    class LeftAlone {

        private static final LocalDate ISSUED = LocalDate.of(2021, 3, 10);
        private static final LocalDate EXPIRES = LocalDate.of(2024, 6, 10);
        private static final LocalDate DOWNLOAD_UNTIL = LocalDate.of(2021, 9, 6);

        private final List<String> mails = new ArrayList<>();
        private ReminderDocument document =
                after(null, applied(REQUEST), issued(REQUEST, ISSUED, EXPIRES, DOWNLOAD_UNTIL));

        @Test
        void isMailedOnEveryDayOfTheScheduleAndOnNoOther() {
            for (LocalDate day = ISSUED; day.isBefore(EXPIRES.plusDays(30)); day = day.plusDays(1)) {
                mailWhatIsDue(day);
            }

            assertThat(mails)
                    .containsExactly(
                            "DOWNLOAD 2021-08-07",
                            "DOWNLOAD 2021-08-22",
                            "EXPIRY 2024-03-27",
                            "EXPIRY 2024-04-11",
                            "EXPIRY 2024-04-26",
                            "EXPIRY 2024-05-11",
                            "EXPIRY 2024-05-26",
                            "EXPIRY 2024-06-03",
                            "EXPIRY 2024-06-04",
                            "EXPIRY 2024-06-05",
                            "EXPIRY 2024-06-06",
                            "EXPIRY 2024-06-07",
                            "EXPIRY 2024-06-08",
                            "EXPIRY 2024-06-09",
                            "EXPIRY 2024-06-10");
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
        void isDueForAMailWheneverTheScheduleHasReachedOneThatIsNotOnRecordThoughDaysWereMissed(long seed) {
            Random random = new Random(seed);
            for (LocalDate day = ISSUED; !day.isAfter(EXPIRES); day = day.plusDays(1 + random.nextInt(20))) {
                mailWhatIsDue(day);
            }

            assertThat(mails).isNotEmpty();
        }

        /** Does as the daily run does, having made sure that queue and schedule agree. */
        private void mailWhatIsDue(LocalDate day) {
            for (ReminderKind kind : ReminderKind.values()) {
                LocalDate end = kind == ReminderKind.EXPIRY ? EXPIRES : DOWNLOAD_UNTIL;
                Ending ending = document.ending(kind).orElseThrow();
                Optional<Integer> missing = ReminderSchedule.reachedOn(kind, ReminderChannel.EMAIL, end, day)
                        .filter(stage -> !ending.isMailed(stage));
                boolean isDue = document.nextMail(kind)
                        .filter(mail -> !mail.dueOn().isAfter(day))
                        .filter(mail -> !mail.lastDay().isBefore(day))
                        .isPresent();
                assertThat(isDue).as("%s on %s", kind, day).isEqualTo(missing.isPresent());
                missing.ifPresent(stage -> {
                    mails.add(kind + " " + day);
                    document = after(document, CertificateEvents.reminded(REQUEST, kind, end, stage));
                });
            }
        }
    }

    private static ReminderDocument after(ReminderDocument before, CertificateEvent... events) {
        ReminderDocument document = before;
        for (CertificateEvent event : events) {
            document = ReminderDocument.on(document, event, document == null ? 0 : document.version() + 1);
        }
        return document;
    }
}
