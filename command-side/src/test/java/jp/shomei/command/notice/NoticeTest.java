package jp.shomei.command.notice;

import static jp.shomei.command.notice.NoticeFixture.BATCH;
import static jp.shomei.command.notice.NoticeFixture.DAY;
import static jp.shomei.command.notice.NoticeFixture.DELIVERED;
import static jp.shomei.command.notice.NoticeFixture.DISPATCHED;
import static jp.shomei.command.notice.NoticeFixture.FIRST;
import static jp.shomei.command.notice.NoticeFixture.ID;
import static jp.shomei.command.notice.NoticeFixture.PREPARED;
import static jp.shomei.command.notice.NoticeFixture.PRINTED;
import static jp.shomei.command.notice.NoticeFixture.RESEND_DAY;
import static jp.shomei.command.notice.NoticeFixture.RESENT;
import static jp.shomei.command.notice.NoticeFixture.RETURNED;
import static jp.shomei.command.notice.NoticeFixture.box;
import static jp.shomei.command.notice.NoticeFixture.enclose;
import static jp.shomei.command.notice.NoticeFixture.on;
import static jp.shomei.command.notice.NoticeFixture.refused;

import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticePrinted;
import jp.shomei.contracts.notice.PrintNotice;
import jp.shomei.contracts.refusal.ErrorCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static final String ANOTHER = "202103100000002";

    @Test
    void theFirstCertificatePreparesIt() {
        on(DAY).when(enclose("202103100000001"))
                .expectEvents(PREPARED, FIRST)
                .expectResultMessagePayload(new Recorded(Recorded.Kind.NOTICE, ID, 1));
    }

    @Nested
    class OncePrepared {

        @Test
        void anotherCertificateTravelsInTheSameLetter() {
            on(DAY, PREPARED, FIRST).when(enclose(ANOTHER)).expectEvents(new NoticeBoxEnclosed(ID, box(ANOTHER)));
        }

        @Test
        void theSameCertificateIsEnclosedOnce() {
            on(DAY, PREPARED, FIRST)
                    .when(enclose("202103100000001"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void itIsPrintedInABatch() {
            on(DAY, PREPARED, FIRST)
                    .when(new PrintNotice(ID, BATCH))
                    .expectEvents(PRINTED)
                    .expectResultMessagePayload(new Recorded(Recorded.Kind.NOTICE, ID, 2));
        }
    }

    @Nested
    class OnceItsDayIsOver {

        @Test
        void nothingMoreIsEnclosed() {
            refused(on(DAY.plusDays(1), PREPARED, FIRST), enclose(ANOTHER), ErrorCode.NOTICE_NOT_PREPARED, "発送準備中");
        }

        @Test
        void noLetterIsPreparedForADayThatIsOver() {
            refused(on(DAY.plusDays(1)), enclose(ANOTHER), ErrorCode.NOTICE_NOT_PREPARED, "発送準備中");
        }

        @Test
        void whatIsEnclosedStaysEnclosed() {
            on(DAY.plusDays(1), PREPARED, FIRST)
                    .when(enclose("202103100000001"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void itIsStillPrinted() {
            on(DAY.plusDays(1), PREPARED, FIRST)
                    .when(new PrintNotice(ID, BATCH))
                    .expectEvents(PRINTED);
        }
    }

    @Nested
    class OncePrinted {

        @Test
        void nothingMoreIsEnclosed() {
            refused(on(DAY, PREPARED, FIRST, PRINTED), enclose(ANOTHER), ErrorCode.NOTICE_NOT_PREPARED, "発送準備中");
        }

        @Test
        void itIsInThatBatchAlone() {
            for (String batch : new String[] {BATCH, "B20210311-2"}) {
                on(DAY, PREPARED, FIRST, PRINTED)
                        .when(new PrintNotice(ID, batch))
                        .expectNoEvents()
                        .expectResultMessagePayload(new Recorded(Recorded.Kind.NOTICE, ID, 2));
            }
        }
    }

    @Nested
    class OncePosted {

        @Test
        void nothingMoreIsEnclosed() {
            refused(on(DAY, PREPARED, FIRST, DISPATCHED), enclose(ANOTHER), ErrorCode.NOTICE_NOT_PREPARED, "発送済み");
        }

        @Test
        void itIsPrintedNoMore() {
            for (Object[] history : new Object[][] {
                {PREPARED, FIRST, DISPATCHED},
                {PREPARED, FIRST, DISPATCHED, DELIVERED},
                {PREPARED, FIRST, DISPATCHED, RETURNED}
            }) {
                on(DAY.plusDays(6), history)
                        .when(new PrintNotice(ID, BATCH))
                        .expectSuccessfulHandlerExecution()
                        .expectNoEvents();
            }
        }
    }

    @Nested
    class OnceToBePostedOnceMore {

        @Test
        void itIsPrintedInTheNextBatch() {
            on(RESEND_DAY, PREPARED, FIRST, PRINTED, DISPATCHED, RETURNED, RESENT)
                    .when(new PrintNotice(ID, "B20210318-1"))
                    .expectEvents(new NoticePrinted(ID, "B20210318-1"));
        }

        @Test
        void itIsNotPrintedByABatchOfAnEarlierWayThatIsDoneAgain() {
            for (Object[] history : new Object[][] {
                {PREPARED, FIRST, PRINTED, DISPATCHED, RETURNED, RESENT},
                {
                    PREPARED,
                    FIRST,
                    PRINTED,
                    DISPATCHED,
                    RETURNED,
                    RESENT,
                    new NoticePrinted(ID, "B20210318-1"),
                    DISPATCHED,
                    RETURNED,
                    RESENT
                }
            }) {
                on(RESEND_DAY, history)
                        .when(new PrintNotice(ID, BATCH))
                        .expectSuccessfulHandlerExecution()
                        .expectNoEvents();
            }
        }

        @Test
        void itIsPrintedOnce() {
            on(RESEND_DAY, PREPARED, FIRST, PRINTED, DISPATCHED, RETURNED, RESENT, new NoticePrinted(ID, "B20210318-1"))
                    .when(new PrintNotice(ID, "B20210318-2"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void nothingMoreIsEnclosed() {
            for (Object[] history : new Object[][] {
                {PREPARED, FIRST, DISPATCHED, RETURNED, RESENT},
                {PREPARED, FIRST, PRINTED, DISPATCHED, RETURNED, RESENT}
            }) {
                refused(on(DAY, history), enclose(ANOTHER), ErrorCode.NOTICE_NOT_PREPARED, "発送準備中");
            }
        }
    }
}
