package jp.shomei.command.notice;

import static jp.shomei.command.certificate.Applications.ADDRESS;
import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.certificate.Applications.CONTACT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.command.calendar.DispatchCalendar;
import jp.shomei.command.certificate.Applications;
import jp.shomei.command.certificate.DispatchDays;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.DeliverNotice;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.EncloseInNotice;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticeDelivered;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticePrepared;
import jp.shomei.contracts.notice.NoticeResent;
import jp.shomei.contracts.notice.NoticeReturned;
import jp.shomei.contracts.notice.ResendNotice;
import jp.shomei.contracts.notice.ReturnNotice;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static final String ID = "N20210311-0110214822-a1b2c3d4";
    private static final LocalDate DAY = LocalDate.of(2021, 3, 11);
    private static final LocalDate PROMISED = LocalDate.of(2021, 3, 15);
    private static final Instant NOON = Applications.at("2021-03-11T12:00:00");
    private static final NoticePrepared PREPARED = new NoticePrepared(ID, CLINIC, ADDRESS, CONTACT, DAY, PROMISED);
    private static final NoticeBoxEnclosed FIRST = new NoticeBoxEnclosed(ID, box("202103100000001"));
    private static final NoticePrepared LATE =
            new NoticePrepared(ID, CLINIC, ADDRESS, CONTACT, DAY.minusDays(1), PROMISED);
    private static final NoticeBoxEnclosed LATE_BOX = new NoticeBoxEnclosed(ID, box("202103100000001"));
    private static final NoticeDispatched DISPATCHED = new NoticeDispatched(ID, "39960000010", true, DAY);
    private static final NoticeDelivered DELIVERED = new NoticeDelivered(ID, DAY);
    private static final NoticeReturned RETURNED = new NoticeReturned(ID, "あて所に尋ねあたりません", DAY);

    @Test
    void theFirstCertificatePreparesIt() {
        on().when(enclose("202103100000001"))
                .expectEvents(PREPARED, FIRST)
                .expectResultMessagePayload(new Recorded(Recorded.Kind.NOTICE, ID, 1));
    }

    @Nested
    class OncePrepared {

        @Test
        void anotherCertificateTravelsInTheSameLetter() {
            on(PREPARED, FIRST)
                    .when(enclose("202103100000002"))
                    .expectEvents(new NoticeBoxEnclosed(ID, box("202103100000002")));
        }

        @Test
        void theSameCertificateIsEnclosedOnce() {
            on(PREPARED, FIRST)
                    .when(enclose("202103100000001"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void itIsPostedUnderItsTrackingNumber() {
            on(PREPARED, FIRST)
                    .when(new DispatchNotice(ID, "399-60-00001-0", null))
                    .expectEvents(DISPATCHED);
        }

        @Test
        void aTrackingNumberWithAWrongCheckDigitIsTakenButMarked() {
            on(PREPARED, FIRST)
                    .when(new DispatchNotice(ID, "20210902002", null))
                    .expectEvents(new NoticeDispatched(ID, "20210902002", false, DAY));
        }

        @Test
        void aTrackingNumberHasElevenDigits() {
            on(PREPARED, FIRST)
                    .when(new DispatchNotice(ID, "399-60-00001", null))
                    .expectExceptionDetails(
                            Refusal.of(List.of(FieldError.of("trackingNumber", FieldRule.TRACKING_NUMBER))));
        }

        @Test
        void whatWasNotPostedCannotArrive() {
            refused(on(PREPARED, FIRST), new DeliverNotice(ID, null), ErrorCode.NOTICE_NOT_DISPATCHED, "発送準備中");
        }
    }

    @Nested
    class OnceItsDayIsOver {

        @Test
        void nothingMoreIsEnclosed() {
            refused(on(LATE, LATE_BOX), lateEnclosing("202103100000002"), ErrorCode.NOTICE_NOT_PREPARED, "発送準備中");
        }

        @Test
        void noLetterIsPreparedForADayThatIsOver() {
            refused(on(), lateEnclosing("202103100000001"), ErrorCode.NOTICE_NOT_PREPARED, "発送準備中");
        }

        @Test
        void whatIsEnclosedStaysEnclosed() {
            on(LATE, LATE_BOX)
                    .when(lateEnclosing("202103100000001"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class OncePosted {

        @Test
        void nothingMoreIsEnclosed() {
            refused(on(PREPARED, FIRST, DISPATCHED), enclose("202103100000002"), ErrorCode.NOTICE_NOT_PREPARED, "発送済み");
        }

        @Test
        void itArrives() {
            on(PREPARED, FIRST, DISPATCHED).when(new DeliverNotice(ID, null)).expectEvents(DELIVERED);
        }

        @Test
        void itComesBackForAReason() {
            on(PREPARED, FIRST, DISPATCHED)
                    .when(new ReturnNotice(ID, "あて所に尋ねあたりません", null))
                    .expectEvents(RETURNED);
        }

        @Test
        void itIsNotPostedTwice() {
            refused(
                    on(PREPARED, FIRST, DISPATCHED),
                    new DispatchNotice(ID, "39960000010", null),
                    ErrorCode.NOTICE_NOT_PREPARED,
                    "発送済み");
        }
    }

    @Nested
    class OnceReturned {

        @Test
        void itIsSentOnceMoreOnTheNextDispatchDay() {
            on(PREPARED, FIRST, DISPATCHED, RETURNED)
                    .when(new ResendNotice(ID))
                    .expectEvents(new NoticeResent(ID, LocalDate.of(2021, 3, 12)));
        }

        @Test
        void itMayBePostedAgainAfterThat() {
            on(PREPARED, FIRST, DISPATCHED, RETURNED, new NoticeResent(ID, DAY))
                    .when(new DispatchNotice(ID, "39960000010", null))
                    .expectEvents(DISPATCHED);
        }
    }

    @Test
    void aDeliveredNoticeIsNotSentAgain() {
        refused(
                on(PREPARED, FIRST, DISPATCHED, DELIVERED),
                new ResendNotice(ID),
                ErrorCode.NOTICE_NOT_RETURNED,
                "お届け済み");
    }

    private static TestExecutor<Notice> on(Object... history) {
        DispatchDays days = new DispatchCalendar(ClosingDays.turnOfTheYear());
        return new AggregateTestFixture<>(Notice.class)
                .registerInjectableResource(Applications.clockAt(NOON))
                .registerInjectableResource(days)
                .given(history);
    }

    private static void refused(TestExecutor<Notice> given, Object command, ErrorCode code, String label) {
        given.when(command).expectNoEvents().expectExceptionDetails(Refusal.of(code, label));
    }

    private static EncloseInNotice enclose(String requestId) {
        return new EncloseInNotice(ID, CLINIC, ADDRESS, CONTACT, DAY, PROMISED, box(requestId));
    }

    private static EncloseInNotice lateEnclosing(String requestId) {
        return new EncloseInNotice(ID, CLINIC, ADDRESS, CONTACT, DAY.minusDays(1), PROMISED, box(requestId));
    }

    private static NoticeBox box(String requestId) {
        return new NoticeBox(
                requestId,
                CLINIC,
                "総合受付 端末01",
                LocalDate.of(2021, 3, 10),
                LocalDate.of(2024, 6, 10),
                LocalDate.of(2021, 9, 6),
                1);
    }
}
