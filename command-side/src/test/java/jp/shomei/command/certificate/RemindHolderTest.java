package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.certificate.Applications.CONTACT;
import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.Lives.LAST_DAY;
import static jp.shomei.command.certificate.Lives.TERMINAL;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.ContactChanged;
import jp.shomei.contracts.certificate.DownloadPeriodExtended;
import jp.shomei.contracts.certificate.NoticeReissued;
import jp.shomei.contracts.certificate.ReminderSent;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.reminder.RemindHolder;
import jp.shomei.contracts.reminder.ReminderKind;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RemindHolderTest {

    private static final RemindHolder OF_EXPIRY = new RemindHolder(REQUEST, ReminderKind.EXPIRY);
    private static final RemindHolder OF_DOWNLOAD = new RemindHolder(REQUEST, ReminderKind.DOWNLOAD);
    private static final LocalDate DOWNLOAD_END = LocalDate.of(2021, 9, 6);
    private static final LocalDate LATER_END = LocalDate.of(2021, 10, 31);

    private static TestExecutor<Certificate> on(String day, Object... history) {
        return CertificateFixture.on(at(day + "T00:00:00")).given(history);
    }

    private static void nothing(TestExecutor<Certificate> given, RemindHolder command) {
        given.when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static ReminderSent ofExpiry(int stage, int daysLeft) {
        return sent(ReminderKind.EXPIRY, 1, stage, LAST_DAY, daysLeft);
    }

    private static ReminderSent ofDownload(int stage, LocalDate end, int daysLeft) {
        return sent(ReminderKind.DOWNLOAD, 1, stage, end, daysLeft);
    }

    private static ReminderSent sent(ReminderKind kind, int generation, int stage, LocalDate end, int daysLeft) {
        return new ReminderSent(
                REQUEST, kind, generation, stage, end, daysLeft, CLINIC, CONTACT, TERMINAL, end.minusDays(daysLeft));
    }

    @Test
    void anUnknownCertificateIsAnError() {
        CertificateFixture.on(at("2024-03-27T00:00:00"))
                .givenNoPriorActivity()
                .when(OF_EXPIRY)
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Nested
    class OfTheExpiry {

        @Test
        void isRecordedWhenItComesDue() {
            on("2024-03-27", Lives.inUse())
                    .when(OF_EXPIRY)
                    .expectEvents(ofExpiry(75, 75))
                    .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 5));
        }

        @Test
        void isNotRecordedBefore() {
            nothing(on("2024-03-26", Lives.inUse()), OF_EXPIRY);
        }

        @Test
        void isRecordedOnceOnADay() {
            nothing(on("2024-03-27", Lives.with(Lives.inUse(), ofExpiry(75, 75))), OF_EXPIRY);
        }

        @Test
        void isRecordedOnceUntilTheNextStage() {
            Object[] history = Lives.with(Lives.inUse(), ofExpiry(75, 75));
            nothing(on("2024-04-10", history), OF_EXPIRY);
            on("2024-04-11", history).when(OF_EXPIRY).expectEvents(ofExpiry(60, 60));
        }

        @Test
        void isMadeUpForTheDayAfterAMissedOne() {
            on("2024-03-28", Lives.inUse()).when(OF_EXPIRY).expectEvents(ofExpiry(75, 74));
        }

        @Test
        void isMadeUpForOnce() {
            nothing(on("2024-03-29", Lives.with(Lives.inUse(), ofExpiry(75, 74))), OF_EXPIRY);
        }

        @Test
        void ofSeveralMissedOnesIsTheNewest() {
            on("2024-05-20", Lives.with(Lives.inUse(), ofExpiry(75, 75)))
                    .when(OF_EXPIRY)
                    .expectEvents(ofExpiry(30, 21));
        }

        @Test
        void comesOnTheLastDayAndNeverAfterIt() {
            Object[] history = Lives.with(Lives.inUse(), ofExpiry(1, 1));
            on("2024-06-10", history).when(OF_EXPIRY).expectEvents(ofExpiry(0, 0));
            nothing(on("2024-06-11", history), OF_EXPIRY);
        }

        @Test
        void comesAlsoToWhoNeverDownloaded() {
            on("2024-03-27", Lives.justIssued()).when(OF_EXPIRY).expectEvents(ofExpiry(75, 75));
        }

        @Test
        void comesAlsoWhileARequestToRevokeWaits() {
            on("2024-03-27", Lives.pending()).when(OF_EXPIRY).expectEvents(ofExpiry(75, 75));
        }

        @Test
        void goesToTheAddressOfThatDay() {
            Contact moved = new Contact("医事課", "0112345679", "iji@example.jp");
            ContactChanged changed =
                    new ContactChanged(REQUEST, CONTACT, moved, TERMINAL, "外来受付 端末01", LocalDate.of(2024, 4, 10));
            on("2024-04-11", Lives.with(Lives.inUse(), ofExpiry(75, 75), changed))
                    .when(OF_EXPIRY)
                    .expectEvents(new ReminderSent(
                            REQUEST,
                            ReminderKind.EXPIRY,
                            1,
                            60,
                            LAST_DAY,
                            60,
                            CLINIC,
                            moved,
                            "外来受付 端末01",
                            LocalDate.of(2024, 4, 11)));
        }

        @Test
        void endsWithTheRenewal() {
            Object[] history = Lives.with(Lives.renewed(), ofExpiry(60, 60));
            for (LocalDate day = Lives.RENEWAL_DAY; day.isBefore(LAST_DAY.plusDays(2)); day = day.plusDays(1)) {
                nothing(on(day.toString(), history), OF_EXPIRY);
            }
        }

        @Test
        void beginsAnewForTheRenewedGeneration() {
            LocalDate newEnd = LocalDate.of(2027, 7, 12);
            Object[] history = Lives.with(Lives.inUse(), ofExpiry(75, 75), ofExpiry(60, 60), Lives.renewal(LAST_DAY));
            nothing(on("2027-04-27", history), OF_EXPIRY);
            on("2027-04-28", history).when(OF_EXPIRY).expectEvents(sent(ReminderKind.EXPIRY, 2, 75, newEnd, 75));
        }

        @Test
        void doesNotDependOnTheOtherKind() {
            on("2024-06-10", Lives.with(Lives.justIssued(), sent(ReminderKind.DOWNLOAD, 1, 0, LAST_DAY, 0)))
                    .when(OF_EXPIRY)
                    .expectEvents(ofExpiry(0, 0));
        }

        @Test
        void isNotOfWhatWasNeverIssuedOrIsOver() {
            for (Object[] history :
                    List.of(Lives.waiting(), Lives.rejected(), Lives.cancelled(), Lives.revoked(), Lives.expired())) {
                nothing(on("2024-06-10", history), OF_EXPIRY);
            }
        }
    }

    @Nested
    class OfTheDownload {

        @Test
        void isRecordedWhenItComesDue() {
            on("2021-08-07", Lives.justIssued()).when(OF_DOWNLOAD).expectEvents(ofDownload(30, DOWNLOAD_END, 30));
            on("2021-08-22", Lives.with(Lives.signed(), ofDownload(30, DOWNLOAD_END, 30)))
                    .when(OF_DOWNLOAD)
                    .expectEvents(ofDownload(15, DOWNLOAD_END, 15));
        }

        @Test
        void isNotRecordedBefore() {
            nothing(on("2021-08-06", Lives.justIssued()), OF_DOWNLOAD);
        }

        @Test
        void isRecordedOnceUntilTheNextStage() {
            Object[] history = Lives.with(Lives.justIssued(), ofDownload(30, DOWNLOAD_END, 30));
            nothing(on("2021-08-07", history), OF_DOWNLOAD);
            nothing(on("2021-08-21", history), OF_DOWNLOAD);
        }

        @Test
        void isMadeUpForUntilTheLastDay() {
            on("2021-09-06", Lives.justIssued()).when(OF_DOWNLOAD).expectEvents(ofDownload(15, DOWNLOAD_END, 0));
            nothing(on("2021-09-07", Lives.justIssued()), OF_DOWNLOAD);
        }

        @Test
        void endsWithTheDownload() {
            nothing(on("2021-08-07", Lives.inUse()), OF_DOWNLOAD);
        }

        @Test
        void endsWithTheDownloadAlsoIfItsPeriodIsExtended() {
            nothing(on("2021-10-01", Lives.with(Lives.inUse(), extended())), OF_DOWNLOAD);
        }

        @Test
        void beginsAnewForAnExtendedPeriod() {
            Object[] history = Lives.with(
                    Lives.justIssued(), ofDownload(30, DOWNLOAD_END, 30), ofDownload(15, DOWNLOAD_END, 15), extended());
            nothing(on("2021-09-30", history), OF_DOWNLOAD);
            on("2021-10-01", history).when(OF_DOWNLOAD).expectEvents(ofDownload(30, LATER_END, 30));
            on("2021-10-16", Lives.with(history, ofDownload(30, LATER_END, 30)))
                    .when(OF_DOWNLOAD)
                    .expectEvents(ofDownload(15, LATER_END, 15));
        }

        @Test
        void doesNotBeginAnewWithANewNotice() {
            NoticeReissued reissued = Lives.reissue(2);
            nothing(
                    on("2021-08-10", Lives.with(Lives.justIssued(), ofDownload(30, DOWNLOAD_END, 30), reissued)),
                    OF_DOWNLOAD);
        }

        @Test
        void isNotOfARenewalWhichHasNoNotice() {
            nothing(on("2024-09-09", Lives.renewed()), OF_DOWNLOAD);
        }

        @Test
        void isOfARenewalForWhichANoticeWasMailed() {
            on("2024-09-09", Lives.with(Lives.renewed(), Lives.reissue(2)))
                    .when(OF_DOWNLOAD)
                    .expectEvents(sent(ReminderKind.DOWNLOAD, 2, 30, LocalDate.of(2024, 10, 9), 30));
        }

        @Test
        void isNotOfWhatWasNeverIssuedOrIsOver() {
            Object[] revoked = Lives.with(
                    Lives.justIssued(),
                    Lives.revocation(RevocationReason.KEY_COMPROMISE, RevocationRequester.INSTITUTION));
            for (Object[] history : List.of(Lives.waiting(), Lives.rejected(), Lives.cancelled(), revoked)) {
                nothing(on("2021-08-07", history), OF_DOWNLOAD);
            }
        }

        private static DownloadPeriodExtended extended() {
            return new DownloadPeriodExtended(REQUEST, LATER_END, "入院のため", LocalDate.of(2021, 9, 1));
        }
    }
}
