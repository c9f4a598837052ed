package jp.shomei.command.notice;

import static jp.shomei.command.notice.NoticeFixture.DAY;
import static jp.shomei.command.notice.NoticeFixture.DELIVERED;
import static jp.shomei.command.notice.NoticeFixture.DISPATCHED;
import static jp.shomei.command.notice.NoticeFixture.FIRST;
import static jp.shomei.command.notice.NoticeFixture.ID;
import static jp.shomei.command.notice.NoticeFixture.PREPARED;
import static jp.shomei.command.notice.NoticeFixture.PRINTED;
import static jp.shomei.command.notice.NoticeFixture.REASON;
import static jp.shomei.command.notice.NoticeFixture.TRACKING;
import static jp.shomei.command.notice.NoticeFixture.changed;
import static jp.shomei.command.notice.NoticeFixture.dispatchedOn;
import static jp.shomei.command.notice.NoticeFixture.on;
import static jp.shomei.command.notice.NoticeFixture.postage;
import static jp.shomei.command.notice.NoticeFixture.refused;
import static jp.shomei.command.notice.NoticeFixture.unchanged;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.notice.DeliverNotice;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.NoticeDelivered;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticeReturned;
import jp.shomei.contracts.notice.ResendNotice;
import jp.shomei.contracts.notice.ReturnNotice;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PostingTest {

    private static final LocalDate LATER = DAY.plusDays(6);
    private static final String BOX = FIRST.box().requestId();

    @Nested
    class OncePrepared {

        @Test
        void itIsPostedTodayUnderItsTrackingNumberInABatchOrWithout() {
            on(DAY, PREPARED, FIRST)
                    .when(new DispatchNotice(ID, "399-60-00001-0", null))
                    .expectEvents(DISPATCHED, postage(DAY, BOX))
                    .expectResultMessagePayload(changed(3));
            on(DAY, PREPARED, FIRST, PRINTED)
                    .when(new DispatchNotice(ID, TRACKING, null))
                    .expectEvents(DISPATCHED, postage(DAY, BOX));
        }

        @Test
        void itWasPostedOnADayFromItsOwnToToday() {
            for (LocalDate day : List.of(DAY, DAY.plusDays(3), LATER)) {
                on(LATER, PREPARED, FIRST)
                        .when(new DispatchNotice(ID, TRACKING, day))
                        .expectEvents(dispatchedOn(day), postage(day, BOX));
            }
            for (LocalDate day : List.of(DAY.minusDays(1), LATER.plusDays(1))) {
                outOfRange(on(LATER, PREPARED, FIRST), new DispatchNotice(ID, TRACKING, day), DAY, LATER);
            }
        }

        @Test
        void itMayBePostedBeforeItsDay() {
            LocalDate before = DAY.minusDays(1);
            on(before, PREPARED, FIRST)
                    .when(new DispatchNotice(ID, TRACKING, before))
                    .expectEvents(dispatchedOn(before), postage(before, BOX));
            on(before, PREPARED, FIRST)
                    .when(new DispatchNotice(ID, TRACKING, null))
                    .expectEvents(dispatchedOn(before), postage(before, BOX));
            outOfRange(on(before, PREPARED, FIRST), new DispatchNotice(ID, TRACKING, DAY), before, before);
        }

        @Test
        void aTrackingNumberWithAWrongCheckDigitIsTakenButMarked() {
            on(DAY, PREPARED, FIRST)
                    .when(new DispatchNotice(ID, "20210902002", null))
                    .expectEvents(new NoticeDispatched(ID, "20210902002", false, DAY), postage(DAY, BOX));
        }

        @Test
        void aTrackingNumberHasElevenDigits() {
            on(DAY, PREPARED, FIRST)
                    .when(new DispatchNotice(ID, "399-60-00001", null))
                    .expectExceptionDetails(
                            Refusal.of(List.of(FieldError.of("trackingNumber", FieldRule.TRACKING_NUMBER))));
            on(DAY, PREPARED, FIRST)
                    .when(new DispatchNotice(ID, " ", null))
                    .expectExceptionDetails(Refusal.of(List.of(FieldError.of("trackingNumber", FieldRule.REQUIRED))));
        }

        @Test
        void whatWasNotPostedNeitherArrivesNorComesBack() {
            refused(on(DAY, PREPARED, FIRST), new DeliverNotice(ID, null), ErrorCode.NOTICE_NOT_DISPATCHED, "発送準備中");
            refused(on(DAY, PREPARED, FIRST), new DeliverNotice(ID, DAY), ErrorCode.NOTICE_NOT_DISPATCHED, "発送準備中");
            refused(
                    on(DAY, PREPARED, FIRST),
                    new ReturnNotice(ID, REASON, null),
                    ErrorCode.NOTICE_NOT_DISPATCHED,
                    "発送準備中");
        }
    }

    @Nested
    class OncePosted {

        @Test
        void itArrivesOnADayFromItsPostingToToday() {
            posted().when(new DeliverNotice(ID, null)).expectEvents(new NoticeDelivered(ID, LATER));
            posted().when(new DeliverNotice(ID, DAY))
                    .expectEvents(new NoticeDelivered(ID, DAY))
                    .expectResultMessagePayload(changed(3));
            outOfRange(posted(), new DeliverNotice(ID, DAY.minusDays(1)), DAY, LATER);
            outOfRange(posted(), new DeliverNotice(ID, LATER.plusDays(1)), DAY, LATER);
        }

        @Test
        void itComesBackForAReasonOnADayFromItsPostingToToday() {
            posted().when(new ReturnNotice(ID, REASON, null)).expectEvents(new NoticeReturned(ID, REASON, LATER));
            posted().when(new ReturnNotice(ID, REASON, DAY)).expectEvents(new NoticeReturned(ID, REASON, DAY));
            outOfRange(posted(), new ReturnNotice(ID, REASON, DAY.minusDays(1)), DAY, LATER);
            outOfRange(posted(), new ReturnNotice(ID, REASON, LATER.plusDays(1)), DAY, LATER);
        }

        @Test
        void aReturnHasAReason() {
            posted().when(new ReturnNotice(ID, null, null))
                    .expectExceptionDetails(Refusal.of(List.of(FieldError.of("reason", FieldRule.REQUIRED))));
        }

        @Test
        void theSamePostingIsRecordedOnce() {
            known(posted(), new DispatchNotice(ID, "399-60-00001-0", DAY), 2);
            known(posted(), new DispatchNotice(ID, TRACKING, null), 2);
        }

        @Test
        void itIsNotPostedTwice() {
            notPrepared(new DispatchNotice(ID, "39960000021", DAY));
            notPrepared(new DispatchNotice(ID, "39960000021", null));
            notPrepared(new DispatchNotice(ID, TRACKING, DAY.plusDays(1)));
        }

        private void notPrepared(DispatchNotice report) {
            refused(posted(), report, ErrorCode.NOTICE_NOT_PREPARED, "発送済み");
        }

        private TestExecutor<Notice> posted() {
            return on(LATER, PREPARED, FIRST, DISPATCHED);
        }
    }

    @Nested
    class OnceDelivered {

        @Test
        void whatIsOnRecordIsRecordedOnce() {
            known(delivered(), new DeliverNotice(ID, DELIVERED.deliveredOn()), 3);
            known(delivered(), new DeliverNotice(ID, null), 3);
            known(delivered(), new DispatchNotice(ID, TRACKING, DAY), 3);
        }

        @Test
        void nothingElseIsReportedOfIt() {
            notDispatched(new DeliverNotice(ID, DELIVERED.deliveredOn().plusDays(1)));
            notDispatched(new ReturnNotice(ID, REASON, LATER));
            refused(delivered(), new ResendNotice(ID), ErrorCode.NOTICE_NOT_RETURNED, "お届け済み");
        }

        private void notDispatched(Object report) {
            refused(delivered(), report, ErrorCode.NOTICE_NOT_DISPATCHED, "お届け済み");
        }

        private TestExecutor<Notice> delivered() {
            return on(LATER, PREPARED, FIRST, DISPATCHED, DELIVERED);
        }
    }

    private static void known(TestExecutor<Notice> given, Object report, long sequence) {
        given.when(report).expectNoEvents().expectResultMessagePayload(unchanged(sequence));
    }

    private static void outOfRange(TestExecutor<Notice> given, Object report, LocalDate first, LocalDate last) {
        given.when(report)
                .expectNoEvents()
                .expectExceptionDetails(
                        Refusal.of(List.of(FieldError.of("on", FieldRule.RANGE, first.toString(), last.toString()))));
    }
}
