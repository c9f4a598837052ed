package jp.shomei.command.notice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.EncloseInNotice;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticeEvent;
import jp.shomei.contracts.notice.NoticePrepared;
import jp.shomei.contracts.notice.NoticePrinted;
import jp.shomei.contracts.notice.NoticeResent;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.contracts.notice.PrintNotice;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One mailed notice (電子証明書発行通知書), which may carry several certificates of one addressee. Here it is filled and
 * printed; what comes after is {@link Posting}'s part.
 */
public class Notice {

    @AggregateIdentifier
    private @Nullable String noticeId;

    private final PostingRecord record = new PostingRecord();
    private final Set<String> enclosed = new HashSet<>();
    private final Set<String> printedIn = new HashSet<>();
    private boolean sealed;
    private boolean printed;

    @AggregateMember
    private final Posting posting = new Posting(record);

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Recorded handle(EncloseInNotice command, Clock clock) {
        String requestId = command.box().requestId();
        if (!enclosed.contains(requestId)) {
            if (sealed || JapanTime.today(clock).isAfter(command.dispatchOn())) {
                throw Refused.because(
                        ErrorCode.NOTICE_NOT_PREPARED, record.status().label());
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

    /** A batch prints a notice once: told again by a batch of an earlier way, a notice that was resent waits for the next. */
    @CommandHandler
    public Recorded handle(PrintNotice command) {
        if (!printed && !printedIn.contains(command.batchId()) && record.status() == NoticeStatus.PREPARED) {
            apply(new NoticePrinted(command.noticeId(), command.batchId()));
        }
        return recorded(command.noticeId());
    }

    @EventSourcingHandler
    void on(NoticeEvent event) {
        noticeId = event.noticeId();
        record.on(event);
        switch (event) {
            case NoticeBoxEnclosed enclosing -> enclosed.add(enclosing.box().requestId());
            case NoticePrinted printing -> {
                printedIn.add(printing.batchId());
                printed = true;
                sealed = true;
            }
            case NoticeDispatched dispatched -> sealed = true;
            case NoticeResent resent -> printed = false;
            default -> {}
        }
    }

    static Recorded recorded(String noticeId) {
        return new Recorded(Recorded.Kind.NOTICE, noticeId, getVersion());
    }
}
