package jp.shomei.command.notice;

import static jp.shomei.command.notice.NoticeFixture.DAY;
import static jp.shomei.command.notice.NoticeFixture.DISPATCHED;
import static jp.shomei.command.notice.NoticeFixture.FIRST;
import static jp.shomei.command.notice.NoticeFixture.ID;
import static jp.shomei.command.notice.NoticeFixture.PREPARED;
import static jp.shomei.command.notice.NoticeFixture.REASON;
import static jp.shomei.command.notice.NoticeFixture.RESEND_DAY;
import static jp.shomei.command.notice.NoticeFixture.RESENT;
import static jp.shomei.command.notice.NoticeFixture.RETURNED;
import static jp.shomei.command.notice.NoticeFixture.TRACKING;
import static jp.shomei.command.notice.NoticeFixture.dispatchedOn;
import static jp.shomei.command.notice.NoticeFixture.on;
import static jp.shomei.command.notice.NoticeFixture.refused;
import static jp.shomei.command.notice.NoticeFixture.unchanged;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.notice.AddresseeContacted;
import jp.shomei.contracts.notice.ContactMeans;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticeResent;
import jp.shomei.contracts.notice.NoticeReturned;
import jp.shomei.contracts.notice.RecordAddresseeContacted;
import jp.shomei.contracts.notice.ResendNotice;
import jp.shomei.contracts.notice.ReturnNotice;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReturnedNoticeTest {

    private static final LocalDate RETURN_DAY = RETURNED.returnedOn();
    private static final LocalDate SECOND_RETURN_DAY = RESEND_DAY.plusDays(4);

    @Test
    void itsReturnIsRecordedOnce() {
        known(returned(), new ReturnNotice(ID, REASON, RETURN_DAY), 3);
        known(returned(), new ReturnNotice(ID, REASON, null), 3);
        known(returned(), new DispatchNotice(ID, TRACKING, DAY), 3);
    }

    @Test
    void itComesBackForOneReasonOnOneDay() {
        refused(returned(), new ReturnNotice(ID, "受取拒否", RETURN_DAY), ErrorCode.NOTICE_NOT_DISPATCHED, "不達");
        refused(
                returned(),
                new ReturnNotice(ID, REASON, RETURN_DAY.plusDays(1)),
                ErrorCode.NOTICE_NOT_DISPATCHED,
                "不達");
    }

    @Test
    void anOfficersCallIsRecorded() {
        returned()
                .when(new RecordAddresseeContacted(ID, "PHONE", "移転先を確認した"))
                .expectEvents(new AddresseeContacted(ID, ContactMeans.PHONE, "移転先を確認した", RETURN_DAY.plusDays(1)));
    }

    @Test
    void aCallHasAMeansAndAnOutcome() {
        returned()
                .when(new RecordAddresseeContacted(ID, "VISIT", " "))
                .expectNoEvents()
                .expectExceptionDetails(Refusal.of(List.of(
                        FieldError.of("means", FieldRule.CHOICE, "PHONE, EMAIL, LETTER"),
                        FieldError.of("outcome", FieldRule.REQUIRED))));
        returned()
                .when(new RecordAddresseeContacted(ID, null, "あ".repeat(201)))
                .expectNoEvents()
                .expectExceptionDetails(Refusal.of(List.of(
                        FieldError.of("means", FieldRule.REQUIRED),
                        FieldError.of("outcome", FieldRule.TOO_LONG, "200"))));
    }

    @Test
    void nobodyIsCalledAboutANoticeThatDidNotComeBack() {
        RecordAddresseeContacted call = new RecordAddresseeContacted(ID, "EMAIL", "返信なし");
        refused(on(DAY, PREPARED, FIRST), call, ErrorCode.NOTICE_NOT_RETURNED, "発送準備中");
        refused(on(DAY, PREPARED, FIRST, DISPATCHED), call, ErrorCode.NOTICE_NOT_RETURNED, "発送済み");
    }

    @Test
    void itIsSentOnceMoreOnTheNextDispatchDay() {
        returned().when(new ResendNotice(ID)).expectEvents(new NoticeResent(ID, RESEND_DAY));
    }

    @Nested
    class OnceToBePostedOnceMore {

        @Test
        void itIsPostedAgain() {
            resent(RESEND_DAY)
                    .when(new DispatchNotice(ID, "39960000021", null))
                    .expectEvents(new NoticeDispatched(ID, "39960000021", true, RESEND_DAY));
        }

        @Test
        void theNumberOfItsFirstPostingMayReturn() {
            resent(RESEND_DAY).when(new DispatchNotice(ID, TRACKING, null)).expectEvents(dispatchedOn(RESEND_DAY));
        }

        @Test
        void theListThatToldOfItsFirstWayChangesNothing() {
            known(resent(RESEND_DAY), new DispatchNotice(ID, TRACKING, DAY), 4);
            known(resent(RESEND_DAY), new ReturnNotice(ID, REASON, RETURN_DAY), 4);
        }

        @Test
        void theListChangesNothingThoughItAllHappenedOnTheDayOfTheOrder() {
            NoticeReturned back = new NoticeReturned(ID, REASON, DAY);
            NoticeResent again = new NoticeResent(ID, DAY.plusDays(1));
            known(on(DAY, PREPARED, FIRST, DISPATCHED, back, again), new DispatchNotice(ID, TRACKING, DAY), 4);
            known(on(DAY, PREPARED, FIRST, DISPATCHED, back, again), new ReturnNotice(ID, REASON, DAY), 4);
        }

        @Test
        void anotherDayOfItsFirstWayIsNoDayOfItsSecond() {
            resent(RESEND_DAY)
                    .when(new DispatchNotice(ID, TRACKING, DAY.plusDays(1)))
                    .expectNoEvents()
                    .expectExceptionDetails(Refusal.of(List.of(
                            FieldError.of("on", FieldRule.RANGE, RESEND_DAY.toString(), RESEND_DAY.toString()))));
        }

        private TestExecutor<Notice> resent(LocalDate today) {
            return on(today, PREPARED, FIRST, DISPATCHED, RETURNED, RESENT);
        }
    }

    @Nested
    class OncePostedAgain {

        @Test
        void theListThatToldOfItsFirstWayChangesNothing() {
            known(postedAgain(), new DispatchNotice(ID, TRACKING, DAY), 5);
            known(postedAgain(), new ReturnNotice(ID, REASON, RETURN_DAY), 5);
        }

        @Test
        void itComesBackAgainForTheSameReason() {
            postedAgain()
                    .when(new ReturnNotice(ID, REASON, SECOND_RETURN_DAY))
                    .expectEvents(new NoticeReturned(ID, REASON, SECOND_RETURN_DAY));
            postedAgain()
                    .when(new ReturnNotice(ID, REASON, null))
                    .expectEvents(new NoticeReturned(ID, REASON, SECOND_RETURN_DAY));
        }

        @Test
        void itComesBackAgainOnTheDayItCameBackBefore() {
            on(RETURN_DAY, PREPARED, FIRST, DISPATCHED, RETURNED, RESENT, dispatchedOn(RETURN_DAY))
                    .when(new ReturnNotice(ID, REASON, RETURN_DAY))
                    .expectEvents(RETURNED);
        }

        private TestExecutor<Notice> postedAgain() {
            return on(SECOND_RETURN_DAY, PREPARED, FIRST, DISPATCHED, RETURNED, RESENT, dispatchedOn(RESEND_DAY));
        }
    }

    /** On Wednesday, the day after it came back. */
    private static TestExecutor<Notice> returned() {
        return on(RETURN_DAY.plusDays(1), PREPARED, FIRST, DISPATCHED, RETURNED);
    }

    private static void known(TestExecutor<Notice> given, Object report, long sequence) {
        given.when(report).expectNoEvents().expectResultMessagePayload(unchanged(sequence));
    }
}
