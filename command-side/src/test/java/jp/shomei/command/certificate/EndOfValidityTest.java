package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.Lives.LAST_DAY;
import static jp.shomei.command.certificate.Lives.PREPARED_2;
import static jp.shomei.command.certificate.Lives.SIGNED_2;
import static jp.shomei.command.certificate.Lives.renewal;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.CertificateExpired;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.ExpireCertificate;
import jp.shomei.contracts.certificate.RetirePreviousKey;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.message.Recorded;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EndOfValidityTest {

    private static final String LAST_SECOND = "2024-06-10T23:59:59";
    private static final String DAY_AFTER = "2024-06-11T00:00:00";

    private static TestExecutor<Certificate> on(String now, Object... history) {
        return CertificateFixture.on(at(now)).given(history);
    }

    @Nested
    class AnExpiry {

        private static final ExpireCertificate EXPIRE = new ExpireCertificate(REQUEST);

        @Test
        void isRecordedTheDayAfterTheLast() {
            on(DAY_AFTER, Lives.inUse())
                    .when(EXPIRE)
                    .expectEvents(new CertificateExpired(REQUEST, 1, LAST_DAY))
                    .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 5));
        }

        @Test
        void isRecordedOfWhatWasNeverDownloaded() {
            on(DAY_AFTER, Lives.justIssued()).when(EXPIRE).expectEvents(new CertificateExpired(REQUEST, 1, LAST_DAY));
        }

        @Test
        void isRecordedWhileARequestToRevokeWaits() {
            on(DAY_AFTER, Lives.pending()).when(EXPIRE).expectEvents(new CertificateExpired(REQUEST, 1, LAST_DAY));
        }

        @Test
        void isOfTheNewestGeneration() {
            on("2027-07-13T00:00:00", Lives.renewedAndInUse())
                    .when(EXPIRE)
                    .expectEvents(new CertificateExpired(REQUEST, 2, LocalDate.of(2027, 7, 12)));
        }

        @Test
        void isNotRecordedBefore() {
            nothing(on(LAST_SECOND, Lives.inUse()), EXPIRE);
            nothing(on(DAY_AFTER, Lives.renewed()), EXPIRE);
        }

        @Test
        void isNotRecordedOfWhatWasNeverIssuedOrIsOver() {
            for (Object[] history :
                    List.of(Lives.waiting(), Lives.rejected(), Lives.cancelled(), Lives.revoked(), Lives.expired())) {
                nothing(on(DAY_AFTER, history), EXPIRE);
            }
        }
    }

    @Nested
    class ARetirement {

        private static final RetirePreviousKey RETIRE = new RetirePreviousKey(REQUEST);
        private static final Object[] NOT_HANDED_OUT =
                Lives.with(Lives.inUse(), renewal(LocalDate.of(2024, 4, 26)), Lives.PREPARED_2, Lives.SIGNED_2);
        private static final Object[] WITH_GRACE = Lives.with(NOT_HANDED_OUT, Lives.DOWNLOADED_2);

        @Test
        void waitsUntilTheHolderHasTheSuccessor() {
            nothing(on("2024-04-27T00:00:00", NOT_HANDED_OUT), RETIRE);
        }

        @Test
        void followsTheLastDayOfGrace() {
            on("2024-04-27T00:00:00", WITH_GRACE)
                    .when(RETIRE)
                    .expectEvents(Lives.retirement())
                    .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 9));
        }

        @Test
        void isMadeUpForUntilTheGenerationLapsesByItself() {
            on(LAST_SECOND, WITH_GRACE).when(RETIRE).expectSuccessfulHandlerExecution();
            nothing(on(DAY_AFTER, WITH_GRACE), RETIRE);
        }

        @Test
        void isNotDueBefore() {
            nothing(on("2024-04-26T23:59:59", WITH_GRACE), RETIRE);
        }

        @Test
        void isNeverDueWithoutAGrace() {
            for (String now : List.of("2024-04-27T00:00:00", LAST_SECOND, DAY_AFTER)) {
                nothing(on(now, Lives.renewedAndInUse()), RETIRE);
            }
        }

        @Test
        void isDoneOnce() {
            nothing(
                    on("2024-04-28T00:00:00", Lives.with(WITH_GRACE, PREPARED_2, SIGNED_2, Lives.retirement())),
                    RETIRE);
        }

        @Test
        void isNotNeededOfWhatWasNeverPrepared() {
            nothing(
                    on("2024-04-27T00:00:00", Lives.with(Lives.justIssued(), renewal(LocalDate.of(2024, 4, 26)))),
                    RETIRE);
        }

        @Test
        void isNotNeededOnceEverythingIsRevoked() {
            Object revoked = Lives.revocation(
                    RevocationReason.KEY_COMPROMISE, RevocationRequester.INSTITUTION, Approval.BY_RULE, Lives.KEY_1);
            nothing(on("2024-04-27T00:00:00", Lives.with(WITH_GRACE, revoked)), RETIRE);
        }

        @Test
        void isNotOfWhatWasNeverRenewed() {
            for (Object[] history : List.of(Lives.waiting(), Lives.inUse(), Lives.revoked(), Lives.expired())) {
                nothing(on("2024-04-27T00:00:00", history), RETIRE);
            }
        }
    }

    private static void nothing(TestExecutor<Certificate> given, Object command) {
        given.when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }
}
