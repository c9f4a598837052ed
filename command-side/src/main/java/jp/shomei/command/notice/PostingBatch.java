package jp.shomei.command.notice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import java.util.List;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.PostingBatchPrepared;
import jp.shomei.contracts.notice.PostingBatchSealed;
import jp.shomei.contracts.notice.PreparePostingBatch;
import jp.shomei.contracts.notice.SealPostingBatch;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One batch of letters for the forwarding agent (発送代行): begun with a list of notices, sealed once its archive is written. */
public class PostingBatch {

    /** So many notices go into one batch. */
    static final int MOST_NOTICES = 500;

    @AggregateIdentifier
    private @Nullable String batchId;

    private @Nullable String digest;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Recorded handle(PreparePostingBatch command) {
        if (batchId == null) {
            int notices = command.noticeIds().size();
            if (notices < 1 || notices > MOST_NOTICES) {
                Refused.ifAny(List.of(FieldError.of("noticeIds", FieldRule.RANGE, "1", String.valueOf(MOST_NOTICES))));
            }
            apply(new PostingBatchPrepared(
                    command.batchId(), command.dispatchOn(), command.issuer(), command.noticeIds()));
        }
        return recorded(command.batchId());
    }

    @CommandHandler
    public Recorded handle(SealPostingBatch command) {
        if (digest == null) {
            apply(new PostingBatchSealed(command.batchId(), command.letters(), command.bytes(), command.sha256()));
        } else if (!digest.equals(command.sha256())) {
            throw Refused.because(ErrorCode.POSTING_ARCHIVE_DIFFERS);
        }
        return recorded(command.batchId());
    }

    @EventSourcingHandler
    void on(PostingBatchPrepared event) {
        batchId = event.batchId();
    }

    @EventSourcingHandler
    void on(PostingBatchSealed event) {
        digest = event.sha256();
    }

    private static Recorded recorded(String id) {
        return new Recorded(Recorded.Kind.BATCH, id, getVersion());
    }
}
