package jp.shomei.contracts.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch for the forwarding agent.
 *
 * @param batchId the batch
 * @param dispatchOn the day of posting
 * @param issuer 発行者, as the letters print it
 * @param noticeIds the notices it was begun with, in order
 * @param letters how many letters its archive holds; absent until it is written
 * @param bytes the archive's length; absent until it is written
 * @param sha256 the archive's digest, hexadecimal; absent until it is written
 */
public record PostingBatchView(
        String batchId,
        LocalDate dispatchOn,
        String issuer,
        List<String> noticeIds,
        @Nullable Integer letters,
        @Nullable Long bytes,
        @Nullable String sha256) {

    public PostingBatchView {
        noticeIds = List.copyOf(noticeIds);
    }
}
