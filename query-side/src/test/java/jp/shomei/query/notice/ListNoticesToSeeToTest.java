package jp.shomei.query.notice;

import static jp.shomei.projections.fixture.NoticeEvents.BATCH;
import static jp.shomei.projections.fixture.NoticeEvents.DISPATCH_ON;
import static jp.shomei.projections.fixture.NoticeEvents.NOTICE;
import static jp.shomei.projections.fixture.NoticeEvents.PROMISED_BY;
import static jp.shomei.projections.fixture.NoticeEvents.RESEND_ON;
import static jp.shomei.projections.fixture.NoticeEvents.contacted;
import static jp.shomei.projections.fixture.NoticeEvents.delivered;
import static jp.shomei.projections.fixture.NoticeEvents.dispatched;
import static jp.shomei.projections.fixture.NoticeEvents.prepared;
import static jp.shomei.projections.fixture.NoticeEvents.printed;
import static jp.shomei.projections.fixture.NoticeEvents.resent;
import static jp.shomei.projections.fixture.NoticeEvents.returned;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.shomei.contracts.notice.ContactMeans;
import jp.shomei.contracts.notice.ListLateNotices;
import jp.shomei.contracts.notice.ListReturnedNotices;
import jp.shomei.contracts.notice.NoticePage;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.notice.NoticeView.AddresseeContact;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.query.QueryTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ListNoticesToSeeToTest extends QueryTest {

    @Nested
    class ThatCameBack {

        @Test
        void areListedUntilTheyAreToBePostedOnceMore() {
            events.append(prepared(NOTICE), dispatched(NOTICE));
            assertThat(returnedNotices()).isEmpty();

            events.append(returned(NOTICE));
            assertThat(returnedNotices()).containsExactly(NOTICE);
            events.append(contacted(NOTICE));
            assertThat(returnedNotices()).containsExactly(NOTICE);

            events.append(resent(NOTICE));
            assertThat(returnedNotices()).isEmpty();
        }

        @Test
        void showTheirBatchAndWhatOfficersDid() {
            events.append(prepared(NOTICE), printed(NOTICE), dispatched(NOTICE), returned(NOTICE), contacted(NOTICE));

            assertThat(ask(new ListReturnedNotices(null, 10), NoticePage.class).items())
                    .singleElement()
                    .returns(BATCH, NoticeView::batchId)
                    .returns(
                            List.of(new AddresseeContact(ContactMeans.PHONE, "移転先を確認した", DISPATCH_ON.plusDays(10))),
                            NoticeView::contacts);
        }

        @Test
        void arePagedInOrderOfTheirIds() {
            for (String notice : List.of("c", "a", "d", "b", "e")) {
                events.append(prepared(notice), dispatched(notice), returned(notice));
            }

            NoticePage first = ask(new ListReturnedNotices(null, 2), NoticePage.class);
            NoticePage second = ask(new ListReturnedNotices(first.nextCursor(), 2), NoticePage.class);
            NoticePage third = ask(new ListReturnedNotices(second.nextCursor(), 2), NoticePage.class);

            assertThat(Stream.of(first, second, third).map(ListNoticesToSeeToTest::ids))
                    .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
            assertThat(third.nextCursor()).isNull();
        }
    }

    @Nested
    class ThatAreLate {

        @Test
        void areListedOnceTheDayPromisedIsOverThoughPrinted() {
            events.append(prepared(NOTICE), printed(NOTICE));

            assertThat(late(PROMISED_BY)).isEmpty();
            assertThat(late(PROMISED_BY.plusDays(1))).containsExactly(NOTICE);
            assertThat(late(PROMISED_BY.plusYears(1))).containsExactly(NOTICE);
        }

        @Test
        void areListedAgainFourteenDaysAfterTheyWerePosted() {
            events.append(prepared(NOTICE), dispatched(NOTICE));

            assertThat(late(DISPATCH_ON.plusDays(13))).isEmpty();
            assertThat(late(DISPATCH_ON.plusDays(14))).containsExactly(NOTICE);
        }

        @Test
        void areListedNoMoreOnceSomethingIsHeardOfThem() {
            events.append(prepared("arrived"), dispatched("arrived"), delivered("arrived"));
            events.append(prepared("back"), dispatched("back"), returned("back"));

            assertThat(late(DISPATCH_ON.plusYears(1))).isEmpty();
        }

        @Test
        void areLateAgainIfTheyAreNotPostedOnceMoreOnTheirNewDay() {
            events.append(prepared(NOTICE), dispatched(NOTICE), returned(NOTICE), resent(NOTICE));

            assertThat(late(RESEND_ON)).isEmpty();
            assertThat(late(RESEND_ON.plusDays(1))).containsExactly(NOTICE);
        }

        @Test
        void arePagedInOrderOfTheirIdsThoughLateSinceSeveralDays() {
            events.append(prepared("c"), prepared("a", DISPATCH_ON, PROMISED_BY.plusDays(1)));
            events.append(prepared("b"), dispatched("b"));
            setToday(DISPATCH_ON.plusDays(20));

            NoticePage first = ask(new ListLateNotices(null, 2), NoticePage.class);
            NoticePage second = ask(new ListLateNotices(first.nextCursor(), 2), NoticePage.class);

            assertThat(ids(first)).containsExactly("a", "b");
            assertThat(ids(second)).containsExactly("c");
            assertThat(second.nextCursor()).isNull();
        }
    }

    @Test
    void refuseALimitOutOfRange() {
        for (Object query : List.of(new ListReturnedNotices(null, 201), new ListLateNotices(null, 0))) {
            assertThat(refusal(query, NoticePage.class).code()).isEqualTo(ErrorCode.INVALID_FIELDS);
        }
    }

    private List<String> returnedNotices() {
        return ids(ask(new ListReturnedNotices(null, 200), NoticePage.class));
    }

    private List<String> late(LocalDate today) {
        setToday(today);
        return ids(ask(new ListLateNotices(null, 200), NoticePage.class));
    }

    private static List<String> ids(NoticePage page) {
        return page.items().stream().map(NoticeView::noticeId).toList();
    }
}
