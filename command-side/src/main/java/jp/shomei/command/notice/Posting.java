package jp.shomei.command.notice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.shomei.command.certificate.DispatchDays;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.institution.FieldReader;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.AddresseeContacted;
import jp.shomei.contracts.notice.ContactMeans;
import jp.shomei.contracts.notice.DeliverNotice;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.NoticeDelivered;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticeEvent;
import jp.shomei.contracts.notice.NoticeResent;
import jp.shomei.contracts.notice.NoticeReturned;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.contracts.notice.PostingOutcome;
import jp.shomei.contracts.notice.RecordAddresseeContacted;
import jp.shomei.contracts.notice.ResendNotice;
import jp.shomei.contracts.notice.ReturnNotice;
import jp.shomei.contracts.notice.TrackingNumber;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/**
 * A notice's way by post (簡易書留): posted, delivered or returned, and posted once more. What is reported a second time
 * changes nothing, so that a list of results can be sent again. What the first posting costs is recorded with it; those
 * that follow cost nothing.
 */
public class Posting {

    private static final int TEXT_LIMIT = 200;

    private final PostingRecord record;

    Posting(PostingRecord record) {
        this.record = record;
    }

    @CommandHandler
    public PostingOutcome handle(DispatchNotice command, Clock clock, PriceTable prices) {
        String number = trackingNumber(command.trackingNumber());
        boolean costs = !record.wasEverPosted();
        PostingOutcome outcome = report(
                command.on(),
                clock,
                day -> new NoticeDispatched(command.noticeId(), number, TrackingNumber.isPlausible(number), day),
                NoticeStatus.PREPARED,
                ErrorCode.NOTICE_NOT_PREPARED);
        if (!costs) {
            return outcome;
        }
        apply(record.postage(command.noticeId(), prices));
        return new PostingOutcome(Notice.recorded(command.noticeId()), outcome.changed());
    }

    @CommandHandler
    public PostingOutcome handle(DeliverNotice command, Clock clock) {
        return report(
                command.on(),
                clock,
                day -> new NoticeDelivered(command.noticeId(), day),
                NoticeStatus.DISPATCHED,
                ErrorCode.NOTICE_NOT_DISPATCHED);
    }

    @CommandHandler
    public PostingOutcome handle(ReturnNotice command, Clock clock) {
        FieldReader fields = new FieldReader();
        String reason = fields.text("reason", command.reason(), TEXT_LIMIT);
        Refused.ifAny(fields.errors());
        return report(
                command.on(),
                clock,
                day -> new NoticeReturned(command.noticeId(), reason, day),
                NoticeStatus.DISPATCHED,
                ErrorCode.NOTICE_NOT_DISPATCHED);
    }

    @CommandHandler
    public Recorded handle(RecordAddresseeContacted command, Clock clock) {
        FieldReader fields = new FieldReader();
        Optional<ContactMeans> means = fields.choice("means", command.means(), ContactMeans::find, ContactMeans.NAMES);
        String outcome = fields.text("outcome", command.outcome(), TEXT_LIMIT);
        Refused.ifAny(fields.errors());
        record.require(NoticeStatus.RETURNED, ErrorCode.NOTICE_NOT_RETURNED);
        apply(new AddresseeContacted(command.noticeId(), means.orElseThrow(), outcome, JapanTime.today(clock)));
        return Notice.recorded(command.noticeId());
    }

    @CommandHandler
    public Recorded handle(ResendNotice command, Clock clock, DispatchDays dispatchDays) {
        record.require(NoticeStatus.RETURNED, ErrorCode.NOTICE_NOT_RETURNED);
        apply(new NoticeResent(command.noticeId(), dispatchDays.dispatchDayFor(clock.instant())));
        return Notice.recorded(command.noticeId());
    }

    /** Records what is reported, unless it is on record. */
    private PostingOutcome report(
            @Nullable LocalDate on,
            Clock clock,
            Function<LocalDate, NoticeEvent> event,
            NoticeStatus needed,
            ErrorCode otherwise) {
        LocalDate today = JapanTime.today(clock);
        LocalDate day = on == null ? today : on;
        LocalDate earliest = record.earliest(today);
        boolean inRange = !day.isBefore(earliest) && !day.isAfter(today);
        NoticeEvent report = event.apply(day);
        boolean known = on == null ? record.hasOnAnyDay(report) : record.has(report, day, needed);
        if (!known) {
            record.require(needed, otherwise);
            if (!inRange) {
                throw bad("on", FieldRule.RANGE, earliest.toString(), today.toString());
            }
            apply(report);
        }
        return new PostingOutcome(Notice.recorded(report.noticeId()), !known);
    }

    private static String trackingNumber(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            throw bad("trackingNumber", FieldRule.REQUIRED);
        }
        String digits = TrackingNumber.digits(typed);
        if (!TrackingNumber.isWellFormed(digits)) {
            throw bad("trackingNumber", FieldRule.TRACKING_NUMBER);
        }
        return digits;
    }

    private static Refused bad(String field, FieldRule rule, String... arguments) {
        return new Refused(Refusal.of(List.of(FieldError.of(field, rule, arguments))));
    }
}
