package jp.shomei.contracts.notice;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A batch of letters is to be handed to the forwarding agent: those of these notices that are printed in it.
 *
 * @param batchId the batch
 * @param dispatchOn the day of posting
 * @param issuer 発行者, the common name of the issuing certificate, as the letters print it
 * @param noticeIds the notices, in the order of the manifest
 */
@Revision("1")
public record PostingBatchPrepared(String batchId, LocalDate dispatchOn, String issuer, List<String> noticeIds)
        implements PostingBatchEvent {

    public PostingBatchPrepared {
        noticeIds = List.copyOf(noticeIds);
    }
}
