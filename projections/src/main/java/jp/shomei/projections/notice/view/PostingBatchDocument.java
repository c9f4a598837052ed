package jp.shomei.projections.notice.view;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.notice.PostingBatchEvent;
import jp.shomei.contracts.notice.PostingBatchPrepared;
import jp.shomei.contracts.notice.PostingBatchSealed;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One posting batch: the sum of its events.
 *
 * @param batchId the batch
 * @param version sequence number of the last event taken in
 * @param dispatchOn the day of posting
 * @param issuer 発行者, as the letters print it
 * @param noticeIds the notices it was begun with, in order
 * @param archive its archive; none until it is written
 */
public record PostingBatchDocument(
        @BsonId String batchId,
        long version,
        LocalDate dispatchOn,
        String issuer,
        List<String> noticeIds,
        @Nullable Archive archive)
        implements VersionedDocument {

    public PostingBatchDocument {
        noticeIds = List.copyOf(noticeIds);
    }

    /**
     * The archive for the forwarding agent.
     *
     * @param letters how many letters it holds
     * @param bytes its length
     * @param sha256 its digest, hexadecimal
     */
    public record Archive(int letters, long bytes, String sha256) {}

    /**
     * The document after one more event.
     *
     * @param before the document so far; none before the first event
     * @param event the event
     * @param sequence its number in the batch's history
     * @throws IllegalStateException if such an event cannot follow
     */
    public static PostingBatchDocument on(
            @Nullable PostingBatchDocument before, PostingBatchEvent event, long sequence) {
        return switch (event) {
            case PostingBatchPrepared prepared -> {
                if (before != null) {
                    throw new IllegalStateException("PostingBatchPrepared cannot happen twice");
                }
                yield new PostingBatchDocument(
                        prepared.batchId(),
                        sequence,
                        prepared.dispatchOn(),
                        prepared.issuer(),
                        prepared.noticeIds(),
                        null);
            }
            case PostingBatchSealed sealed -> {
                if (before == null) {
                    throw new IllegalStateException("a history cannot begin with PostingBatchSealed");
                }
                Archive archive = new Archive(sealed.letters(), sealed.bytes(), sealed.sha256());
                yield new PostingBatchDocument(
                        before.batchId, sequence, before.dispatchOn, before.issuer, before.noticeIds, archive);
            }
        };
    }

    @Override
    public String id() {
        return batchId;
    }
}
