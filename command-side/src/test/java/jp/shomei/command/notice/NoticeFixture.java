package jp.shomei.command.notice;

import static jp.shomei.command.certificate.Applications.ADDRESS;
import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.certificate.Applications.CONTACT;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.command.calendar.DispatchCalendar;
import jp.shomei.command.certificate.Applications;
import jp.shomei.command.certificate.DispatchDays;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.EncloseInNotice;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticeDelivered;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticePrepared;
import jp.shomei.contracts.notice.NoticePrinted;
import jp.shomei.contracts.notice.NoticeResent;
import jp.shomei.contracts.notice.NoticeReturned;
import jp.shomei.contracts.notice.PostageIncurred;
import jp.shomei.contracts.notice.PostingOutcome;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** A notice that is to be posted on a Thursday, and what may become of it. */
final class NoticeFixture {

    static final String ID = "N20210311-0110214822-a1b2c3d4";
    static final String BATCH = "B20210311-1";
    static final String TRACKING = "39960000010";
    static final String REASON = "あて所に尋ねあたりません";
    static final LocalDate DAY = LocalDate.of(2021, 3, 11);
    static final LocalDate PROMISED = LocalDate.of(2021, 3, 15);
    static final LocalDate RESEND_DAY = LocalDate.of(2021, 3, 18);

    static final NoticePrepared PREPARED = new NoticePrepared(ID, CLINIC, ADDRESS, CONTACT, DAY, PROMISED);
    static final NoticeBoxEnclosed FIRST = new NoticeBoxEnclosed(ID, box("202103100000001"));
    static final NoticePrinted PRINTED = new NoticePrinted(ID, BATCH);
    static final NoticeDispatched DISPATCHED = dispatchedOn(DAY);
    static final NoticeDelivered DELIVERED = new NoticeDelivered(ID, DAY.plusDays(1));
    static final NoticeReturned RETURNED = new NoticeReturned(ID, REASON, DAY.plusDays(5));
    static final NoticeResent RESENT = new NoticeResent(ID, RESEND_DAY);

    static final LocalDate PRICE_CHANGE = LocalDate.of(2021, 3, 12);
    static final PriceTable PRICES = new PriceTable(List.of(
            new PriceTable.Entry(PriceTable.FIRST_DAY, 1_500, 1_500, 753),
            new PriceTable.Entry(PRICE_CHANGE, 1_500, 1_500, 800)));

    private NoticeFixture() {}

    /** A notice with a history, at noon of a day. */
    static TestExecutor<Notice> on(LocalDate today, Object... history) {
        DispatchDays days = new DispatchCalendar(ClosingDays.turnOfTheYear());
        return new AggregateTestFixture<>(Notice.class)
                .registerInjectableResource(Applications.clockAt(
                        today.atTime(LocalTime.NOON).atZone(JapanTime.ZONE).toInstant()))
                .registerInjectableResource(days)
                .registerInjectableResource(PRICES)
                .given(history);
    }

    static void refused(TestExecutor<Notice> given, Object command, ErrorCode code, String label) {
        given.when(command).expectNoEvents().expectExceptionDetails(Refusal.of(code, label));
    }

    static NoticeDispatched dispatchedOn(LocalDate day) {
        return new NoticeDispatched(ID, TRACKING, true, day);
    }

    /** What posting it for the first time costs. */
    static PostageIncurred postage(LocalDate day, String... requestIds) {
        return new PostageIncurred(ID, CLINIC, List.of(requestIds), day.isBefore(PRICE_CHANGE) ? 753 : 800, day);
    }

    /** The answer to a report that was not on record. */
    static PostingOutcome changed(long sequence) {
        return new PostingOutcome(new Recorded(Recorded.Kind.NOTICE, ID, sequence), true);
    }

    /** The answer to a report that was on record. */
    static PostingOutcome unchanged(long sequence) {
        return new PostingOutcome(new Recorded(Recorded.Kind.NOTICE, ID, sequence), false);
    }

    static EncloseInNotice enclose(String requestId) {
        return new EncloseInNotice(ID, CLINIC, ADDRESS, CONTACT, DAY, PROMISED, box(requestId));
    }

    static NoticeBox box(String requestId) {
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
