package jp.shomei.command.notice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.shomei.command.certificate.DispatchDays;
import jp.shomei.contracts.institution.FieldReader;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.DeliverNotice;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.EncloseInNotice;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticeDelivered;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticePrepared;
import jp.shomei.contracts.notice.NoticeResent;
import jp.shomei.contracts.notice.NoticeReturned;
import jp.shomei.contracts.notice.NoticeStatus;
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
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One mailed notice (電子証明書発行通知書), which may carry several certificates of one addressee. */
public class Notice {

    private static final int REASON_LIMIT = 200;

    @AggregateIdentifier
    private @Nullable String noticeId;

    private NoticeStatus status = NoticeStatus.PREPARED;
    private boolean everDispatched;
    private final Set<String> enclosed = new HashSet<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Recorded handle(EncloseInNotice command, Clock clock) {
        String requestId = command.box().requestId();
        if (!enclosed.contains(requestId)) {
            if (everDispatched || JapanTime.today(clock).isAfter(command.dispatchOn())) {
                throw Refused.because(ErrorCode.NOTICE_NOT_PREPARED, status.label());
            }
            if (noticeId == null) {
                apply(new NoticePrepared(
                        command.noticeId(),
                        command.institution(),
                        command.address(),
                        command.addressee(),
                        command.dispatchOn(),
                        command.promisedBy()));
            }
            apply(new NoticeBoxEnclosed(command.noticeId(), command.box()));
        }
        return recorded(command.noticeId());
    }

    @CommandHandler
    public Recorded handle(DispatchNotice command, Clock clock) {
        String number = trackingNumber(command.trackingNumber());
        require(NoticeStatus.PREPARED, ErrorCode.NOTICE_NOT_PREPARED);
        apply(new NoticeDispatched(
                command.noticeId(), number, TrackingNumber.isPlausible(number), JapanTime.today(clock)));
        return recorded(command.noticeId());
    }

    @CommandHandler
    public Recorded handle(DeliverNotice command, Clock clock) {
        require(NoticeStatus.DISPATCHED, ErrorCode.NOTICE_NOT_DISPATCHED);
        apply(new NoticeDelivered(command.noticeId(), JapanTime.today(clock)));
        return recorded(command.noticeId());
    }

    @CommandHandler
    public Recorded handle(ReturnNotice command, Clock clock) {
        FieldReader fields = new FieldReader();
        String reason = fields.text("reason", command.reason(), REASON_LIMIT);
        Refused.ifAny(fields.errors());
        require(NoticeStatus.DISPATCHED, ErrorCode.NOTICE_NOT_DISPATCHED);
        apply(new NoticeReturned(command.noticeId(), reason, JapanTime.today(clock)));
        return recorded(command.noticeId());
    }

    @CommandHandler
    public Recorded handle(ResendNotice command, Clock clock, DispatchDays dispatchDays) {
        require(NoticeStatus.RETURNED, ErrorCode.NOTICE_NOT_RETURNED);
        apply(new NoticeResent(command.noticeId(), dispatchDays.dispatchDayFor(clock.instant())));
        return recorded(command.noticeId());
    }

    @EventSourcingHandler
    void on(NoticePrepared event) {
        noticeId = event.noticeId();
    }

    @EventSourcingHandler
    void on(NoticeBoxEnclosed event) {
        enclosed.add(event.box().requestId());
    }

    @EventSourcingHandler
    void on(NoticeDispatched event) {
        status = NoticeStatus.DISPATCHED;
        everDispatched = true;
    }

    @EventSourcingHandler
    void on(NoticeDelivered event) {
        status = NoticeStatus.DELIVERED;
    }

    @EventSourcingHandler
    void on(NoticeReturned event) {
        status = NoticeStatus.RETURNED;
    }

    @EventSourcingHandler
    void on(NoticeResent event) {
        status = NoticeStatus.PREPARED;
    }

    private void require(NoticeStatus needed, ErrorCode otherwise) {
        if (status != needed) {
            throw Refused.because(otherwise, status.label());
        }
    }

    private static String trackingNumber(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            throw bad(FieldRule.REQUIRED);
        }
        String digits = TrackingNumber.digits(typed);
        if (!TrackingNumber.isWellFormed(digits)) {
            throw bad(FieldRule.TRACKING_NUMBER);
        }
        return digits;
    }

    private static Refused bad(FieldRule rule) {
        return new Refused(Refusal.of(List.of(FieldError.of("trackingNumber", rule))));
    }

    private static Recorded recorded(String id) {
        return new Recorded(Recorded.Kind.NOTICE, id, getVersion());
    }
}
