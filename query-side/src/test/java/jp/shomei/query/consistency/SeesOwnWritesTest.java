package jp.shomei.query.consistency;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.APPLIED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.NoticeEvents.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateHistoryView;
import jp.shomei.contracts.certificate.CertificatePage;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.DueCertificates;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.FindCertificateHistory;
import jp.shomei.contracts.certificate.ListCertificates;
import jp.shomei.contracts.certificate.ListDueCertificates;
import jp.shomei.contracts.certificate.ListRevocationRequests;
import jp.shomei.contracts.certificate.ListWaitingApplications;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.certificate.RevocationRequestPage;
import jp.shomei.contracts.certificate.WaitingApplicationPage;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.reminder.FindTerminalReminders;
import jp.shomei.contracts.reminder.ForecastReminders;
import jp.shomei.contracts.reminder.ListInstitutionReminders;
import jp.shomei.contracts.reminder.ListReminders;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.projections.fixture.NoticeEvents;
import jp.shomei.query.QueryTest;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SeesOwnWritesTest extends QueryTest {

    @Nested
    class WhileTheReadModelsRun {

        @Test
        void aQueryContainsWhatItsTokenStandsFor() {
            for (int number = 1; number <= 50; number++) {
                String requestId = RequestId.of(APPLIED_ON, number);
                Recorded seen = events.append(applied(requestId), issued(requestId));

                assertThat(fixture.query(
                                new FindCertificate(requestId),
                                ResponseTypes.optionalInstanceOf(CertificateDetailView.class),
                                seen))
                        .hasValueSatisfying(certificate ->
                                assertThat(certificate.row().status()).isEqualTo(CertificateStatus.ISSUED));
            }
        }

        /** A processor that only looks for events now and then, every 500 ms say, would need 25 seconds. */
        @Test
        @Timeout(15)
        void aListContainsWhatItsTokenStandsFor() {
            for (int number = 1; number <= 50; number++) {
                Recorded seen = events.append(applied(RequestId.of(APPLIED_ON, number)));

                assertThat(fixture.query(
                                        new ListCertificates(INSTITUTION, null, 200),
                                        ResponseTypes.instanceOf(CertificatePage.class),
                                        seen)
                                .items())
                        .hasSize(number);
            }
        }

        @Test
        void aNoticesTokenIsAwaitedByNoticesAndByCertificatesWithTheirTracking() {
            events.append(applied(REQUEST), issued(REQUEST));
            fixture.awaitTakenIn();
            Recorded seen = events.append(
                    NoticeEvents.prepared(NOTICE),
                    NoticeEvents.enclosed(NOTICE, REQUEST),
                    NoticeEvents.dispatched(NOTICE));

            assertThat(fixture.query(
                                    new FindCertificate(REQUEST),
                                    ResponseTypes.optionalInstanceOf(CertificateDetailView.class),
                                    seen)
                            .orElseThrow()
                            .notice()
                            .trackingNumber())
                    .isEqualTo("399-60-00001-0");
            assertThat(fixture.query(new FindNotice(NOTICE), ResponseTypes.optionalInstanceOf(NoticeView.class), seen)
                            .orElseThrow()
                            .trackingNumber())
                    .isEqualTo("399-60-00001-0");
        }
    }

    @Nested
    class OnceTheReadModelsAreStopped {

        private Recorded unseen;

        @BeforeEach
        void stopProjections() {
            events.append(applied(REQUEST));
            fixture.awaitTakenIn();
            fixture.stopProjections();
            unseen = events.append(issued(REQUEST));
        }

        @Test
        void aQueryThatWouldNotContainItIsRefusedAfterTwoSeconds() {
            long begin = System.nanoTime();

            assertThat(refusal(new FindCertificate(REQUEST), CertificateDetailView.class, unseen))
                    .isEqualTo(Refusal.of(ErrorCode.READ_MODEL_BEHIND, "1"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofSeconds(2), Duration.ofMinutes(1));
        }

        @Test
        void aQueryIsAnsweredAtOnceIfItSawTheEventBefore() {
            Recorded seen = new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 0);

            assertThat(fixture.query(
                            new FindCertificate(REQUEST),
                            ResponseTypes.optionalInstanceOf(CertificateDetailView.class),
                            seen))
                    .isPresent();
        }

        @Test
        void aQueryThatIsNotAnsweredFromThatReadModelDoesNotWait() {
            Recorded institution = new Recorded(Recorded.Kind.INSTITUTION, INSTITUTION.value(), 9);

            assertThat(fixture.query(
                            new FindNotice(NOTICE), ResponseTypes.optionalInstanceOf(NoticeView.class), unseen))
                    .isEmpty();
            assertThat(fixture.query(
                                    new ListCertificates(INSTITUTION, null, 200),
                                    ResponseTypes.instanceOf(CertificatePage.class),
                                    institution)
                            .items())
                    .hasSize(1);
        }

        @Test
        void whatIsDueIsNotToldWithoutTheNewestEvent() {
            long begin = System.nanoTime();

            assertThat(refusal(new ListDueCertificates(LocalDate.of(2024, 6, 13), null, 100), DueCertificates.class))
                    .isEqualTo(Refusal.of(ErrorCode.READ_MODEL_BEHIND, "1"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofSeconds(5), Duration.ofMinutes(1));
        }

        @Test
        void remindersAreNotToldWithoutAnAwaitedEvent() {
            for (Object query : List.of(
                    new ListReminders(LocalDate.of(2024, 6, 12), ReminderChannel.EMAIL, null, null, 10),
                    new ListInstitutionReminders(INSTITUTION, null, 10),
                    new FindTerminalReminders("0a1b", ReminderChannel.CARD_READER),
                    new ForecastReminders(1))) {
                assertThat(refusal(query, Object.class, unseen).code()).isEqualTo(ErrorCode.READ_MODEL_BEHIND);
            }
        }

        @Test
        void whatWaitsForAnOfficerIsNotToldWithoutAnAwaitedEvent() {
            Recorded institution = new Recorded(Recorded.Kind.INSTITUTION, INSTITUTION.value(), 9);

            assertThat(refusal(new ListWaitingApplications(null, 10), WaitingApplicationPage.class, unseen)
                            .code())
                    .isEqualTo(ErrorCode.READ_MODEL_BEHIND);
            assertThat(refusal(new ListWaitingApplications(null, 10), WaitingApplicationPage.class, institution)
                            .code())
                    .isEqualTo(ErrorCode.READ_MODEL_BEHIND);
            assertThat(refusal(new ListRevocationRequests(null, 10), RevocationRequestPage.class, unseen)
                            .code())
                    .isEqualTo(ErrorCode.READ_MODEL_BEHIND);
        }

        @Test
        void anAuditorIsAnsweredFromTheEventsThemselves() {
            assertThat(fixture.query(
                                    new FindCertificateHistory(REQUEST, null),
                                    ResponseTypes.optionalInstanceOf(CertificateHistoryView.class),
                                    unseen)
                            .orElseThrow()
                            .events())
                    .hasSize(2);
        }

        @Test
        void anotherCertificatesTokenIsAwaitedAsWell() {
            Recorded another = new Recorded(Recorded.Kind.CERTIFICATE, ANOTHER_REQUEST, 0);

            assertThat(refusal(new FindCertificate(REQUEST), CertificateDetailView.class, another)
                            .code())
                    .isEqualTo(ErrorCode.READ_MODEL_BEHIND);
        }
    }
}
