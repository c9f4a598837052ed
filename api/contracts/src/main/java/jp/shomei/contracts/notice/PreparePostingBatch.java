package jp.shomei.contracts.notice;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Begins a batch for the forwarding agent (発送代行). Answers a {@link jp.shomei.contracts.message.Recorded}; does nothing if
 * there is a batch of this name.
 *
 * @param batchId the batch
 * @param dispatchOn the day of posting
 * @param issuer 発行者, as the letters print it
 * @param noticeIds the notices, 500 at most, in order
 */
public record PreparePostingBatch(
        @TargetAggregateIdentifier String batchId, LocalDate dispatchOn, String issuer, List<String> noticeIds) {

    public PreparePostingBatch {
        noticeIds = List.copyOf(noticeIds);
    }
}
