package jp.shomei.query.notice;

import static jp.shomei.projections.fixture.CertificateEvents.ADDRESS;
import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.CONTACT;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.NoticeEvents.DISPATCH_ON;
import static jp.shomei.projections.fixture.NoticeEvents.NOTICE;
import static jp.shomei.projections.fixture.NoticeEvents.PROMISED_BY;
import static jp.shomei.projections.fixture.NoticeEvents.RESEND_ON;
import static jp.shomei.projections.fixture.NoticeEvents.box;
import static jp.shomei.projections.fixture.NoticeEvents.delivered;
import static jp.shomei.projections.fixture.NoticeEvents.dispatched;
import static jp.shomei.projections.fixture.NoticeEvents.enclosed;
import static jp.shomei.projections.fixture.NoticeEvents.prepared;
import static jp.shomei.projections.fixture.NoticeEvents.resent;
import static jp.shomei.projections.fixture.NoticeEvents.returned;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.ListNotices;
import jp.shomei.contracts.notice.NoticePage;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.query.QueryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NoticeQueryHandlerTest extends QueryTest {

    @Test
    void answersNothingForANoticeThereIsNot() {
        assertThat(find(new FindNotice(NOTICE), NoticeView.class)).isEmpty();
    }

    @Nested
    class OncePrepared {

        @BeforeEach
        void prepare() {
            events.append(prepared(NOTICE), enclosed(NOTICE, REQUEST), enclosed(NOTICE, ANOTHER_REQUEST));
        }

        @Test
        void itShowsItsBoxesAndWhereItGoes() {
            assertThat(notice())
                    .isEqualTo(new NoticeView(
                            NOTICE,
                            "4611234567",
                            ADDRESS,
                            CONTACT,
                            DISPATCH_ON,
                            PROMISED_BY,
                            NoticeStatus.PREPARED,
                            "発送準備中",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            List.of(),
                            List.of(box(REQUEST), box(ANOTHER_REQUEST))));
        }

        @Test
        void itIsListedOnItsDispatchDay() {
            assertThat(list(DISPATCH_ON, null, 200).items()).containsExactly(notice());
            assertThat(list(RESEND_ON, null, 200).items()).isEmpty();
        }
    }

    @Nested
    class OncePosted {

        @BeforeEach
        void post() {
            events.append(prepared(NOTICE), enclosed(NOTICE, REQUEST), dispatched(NOTICE));
        }

        @Test
        void itShowsTheTrackingNumberAsPrinted() {
            assertThat(notice())
                    .returns(NoticeStatus.DISPATCHED, NoticeView::status)
                    .returns("399-60-00001-0", NoticeView::trackingNumber)
                    .returns(DISPATCH_ON, NoticeView::dispatchedOn);
        }

        @Test
        void itShowsItsDelivery() {
            events.append(delivered(NOTICE));

            assertThat(notice())
                    .returns(NoticeStatus.DELIVERED, NoticeView::status)
                    .returns(DISPATCH_ON.plusDays(2), NoticeView::deliveredOn);
        }

        @Test
        void itShowsWhyItCameBack() {
            events.append(returned(NOTICE));

            assertThat(notice())
                    .returns(NoticeStatus.RETURNED, NoticeView::status)
                    .returns("あて所に尋ねあたりません", NoticeView::returnReason)
                    .returns(DISPATCH_ON.plusDays(9), NoticeView::returnedOn);
        }

        @Test
        void itMovesToItsNewDayWhenItIsToBePostedOnceMore() {
            events.append(returned(NOTICE), resent(NOTICE));

            assertThat(list(DISPATCH_ON, null, 200).items()).isEmpty();
            assertThat(list(RESEND_ON, null, 200).items()).containsExactly(notice());
            assertThat(notice())
                    .returns(NoticeStatus.PREPARED, NoticeView::status)
                    .returns(null, NoticeView::trackingNumber)
                    .returns(null, NoticeView::dispatchedOn)
                    .returns(null, NoticeView::returnedOn)
                    .returns(null, NoticeView::returnReason);
        }
    }

    @Test
    void pagesThroughADayInOrderOfTheIds() {
        events.append(prepared("c"), prepared("a"), prepared("d"), prepared("b"), prepared("e"));

        NoticePage first = list(DISPATCH_ON, null, 2);
        NoticePage second = list(DISPATCH_ON, first.nextCursor(), 2);
        NoticePage third = list(DISPATCH_ON, second.nextCursor(), 2);

        assertThat(List.of(first, second, third))
                .extracting(
                        page -> page.items().stream().map(NoticeView::noticeId).toList())
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
        assertThat(third.nextCursor()).isNull();
    }

    @Test
    void refusesACursorThatIsNoneOfOurs() {
        assertThat(refusal(new ListNotices(DISPATCH_ON, "***", 10), NoticePage.class))
                .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void refusesALimitOutOfRange() {
        assertThat(refusal(new ListNotices(DISPATCH_ON, null, 201), NoticePage.class)
                        .code())
                .isEqualTo(ErrorCode.INVALID_FIELDS);
    }

    private NoticeView notice() {
        return find(new FindNotice(NOTICE), NoticeView.class).orElseThrow();
    }

    private NoticePage list(LocalDate day, String cursor, int limit) {
        return ask(new ListNotices(day, cursor, limit), NoticePage.class);
    }
}
