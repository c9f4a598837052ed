package jp.shomei.command.notice;

import static jp.shomei.command.notice.NoticeFixture.DAY;
import static jp.shomei.command.notice.NoticeFixture.DISPATCHED;
import static jp.shomei.command.notice.NoticeFixture.FIRST;
import static jp.shomei.command.notice.NoticeFixture.ID;
import static jp.shomei.command.notice.NoticeFixture.PREPARED;
import static jp.shomei.command.notice.NoticeFixture.PRICE_CHANGE;
import static jp.shomei.command.notice.NoticeFixture.PRINTED;
import static jp.shomei.command.notice.NoticeFixture.RESEND_DAY;
import static jp.shomei.command.notice.NoticeFixture.RESENT;
import static jp.shomei.command.notice.NoticeFixture.RETURNED;
import static jp.shomei.command.notice.NoticeFixture.TRACKING;
import static jp.shomei.command.notice.NoticeFixture.box;
import static jp.shomei.command.notice.NoticeFixture.changed;
import static jp.shomei.command.notice.NoticeFixture.dispatchedOn;
import static jp.shomei.command.notice.NoticeFixture.enclose;
import static jp.shomei.command.notice.NoticeFixture.on;
import static jp.shomei.command.notice.NoticeFixture.postage;
import static jp.shomei.command.notice.NoticeFixture.unchanged;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.PrintNotice;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PostageTest {

    private static final String BOX = FIRST.box().requestId();
    private static final LocalDate BEFORE = PRICE_CHANGE.minusDays(1);

    @Test
    void aLetterCostsPostageOnceHoweverManyCertificatesItAnnounces() {
        on(DAY, PREPARED, FIRST, boxed("202103100000003"), boxed("202103100000002"))
                .when(new DispatchNotice(ID, TRACKING, null))
                .expectEvents(DISPATCHED, postage(DAY, BOX, "202103100000003", "202103100000002"))
                .expectResultMessagePayload(changed(5));
    }

    @Test
    void itCostsWhatPostageIsOnTheDayItWasMailed() {
        for (LocalDate day : List.of(BEFORE, PRICE_CHANGE)) {
            on(PRICE_CHANGE.plusDays(3), PREPARED, FIRST)
                    .when(new DispatchNotice(ID, TRACKING, day))
                    .expectEvents(dispatchedOn(day), postage(day, BOX));
        }
    }

    @Test
    void whatIsNotPostedCostsNothing() {
        on(DAY).when(enclose(BOX)).expectEvents(PREPARED, FIRST);
        on(DAY, PREPARED, FIRST).when(new PrintNotice(ID, PRINTED.batchId())).expectEvents(PRINTED);
    }

    @Test
    void theSameReportAgainCostsNothing() {
        on(DAY, PREPARED, FIRST, DISPATCHED, postage(DAY, BOX))
                .when(new DispatchNotice(ID, TRACKING, DAY))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(3));
    }

    @Nested
    class OnceItCameBack {

        @Test
        void itIsPostedAgainForNothing() {
            resent(PREPARED, FIRST, DISPATCHED, postage(DAY, BOX))
                    .when(new DispatchNotice(ID, TRACKING, null))
                    .expectEvents(dispatchedOn(RESEND_DAY))
                    .expectResultMessagePayload(changed(6));
        }

        @Test
        void itIsPostedAgainForNothingThoughItsFirstWayWasNotChargedInItsDay() {
            resent(PREPARED, FIRST, DISPATCHED)
                    .when(new DispatchNotice(ID, TRACKING, null))
                    .expectEvents(dispatchedOn(RESEND_DAY))
                    .expectResultMessagePayload(changed(5));
        }

        private TestExecutor<Notice> resent(Object... firstWay) {
            List<Object> history = new ArrayList<>(Arrays.asList(firstWay));
            history.add(RETURNED);
            history.add(RESENT);
            return on(RESEND_DAY, history.toArray());
        }
    }

    private static NoticeBoxEnclosed boxed(String requestId) {
        return new NoticeBoxEnclosed(ID, box(requestId));
    }
}
