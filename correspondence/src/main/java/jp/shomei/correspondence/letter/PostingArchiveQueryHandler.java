package jp.shomei.correspondence.letter;

import java.time.Duration;
import jp.shomei.contracts.notice.ArchivePart;
import jp.shomei.contracts.notice.FindPostingBatch;
import jp.shomei.contracts.notice.PostingBatchView;
import jp.shomei.contracts.notice.ReadPostingArchive;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.correspondence.letter.ArchiveLetters.Order;
import jp.shomei.correspondence.question.Questions;
import org.axonframework.queryhandling.QueryHandler;

/**
 * Hands out archives part by part. Whoever begins to read has the whole of it checked first, and made again if it is lost
 * or is not as it was sealed.
 */
public final class PostingArchiveQueryHandler {

    private static final int PART = 1_000_000;
    /** Less than anybody waits at an entrance: a large archive is asked for again once it is there. */
    private static final Duration DEADLINE = Duration.ofSeconds(25);

    private final Questions questions;
    private final ArchiveRoom room;
    private final PostingArchives archives;

    PostingArchiveQueryHandler(Questions questions, ArchiveRoom room, PostingArchives archives) {
        this.questions = questions;
        this.room = room;
        this.archives = archives;
    }

    /**
     * One part.
     *
     * @throws Refused with {@link ErrorCode#POSTING_BATCH_NOT_FOUND}, {@link ErrorCode#POSTING_BATCH_NOT_SEALED}, {@link
     *     ErrorCode#POSTING_ARCHIVE_DIFFERS}, and {@link ErrorCode#INVALID_REQUEST} for an offset before the beginning
     */
    @QueryHandler
    public ArchivePart handle(ReadPostingArchive query) {
        if (query.offset() < 0) {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        }
        PostingBatchView batch = questions
                .find(new FindPostingBatch(query.batchId()), PostingBatchView.class)
                .orElseThrow(() -> Refused.because(ErrorCode.POSTING_BATCH_NOT_FOUND));
        Long total = batch.bytes();
        String sha256 = batch.sha256();
        if (total == null || sha256 == null) {
            throw Refused.because(ErrorCode.POSTING_BATCH_NOT_SEALED);
        }
        if (query.offset() == 0 && !archives.holds(batch.batchId(), sha256)) {
            restore(batch, sha256);
        }
        return new ArchivePart(part(batch, sha256, total, query.offset()), total);
    }

    private byte[] part(PostingBatchView batch, String sha256, long total, long offset) {
        return archives.read(batch.batchId(), total, offset, PART).orElseGet(() -> {
            restore(batch, sha256);
            return archives.read(batch.batchId(), total, offset, PART)
                    .orElseThrow(() -> Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE));
        });
    }

    private void restore(PostingBatchView batch, String sha256) {
        Order order = new Order(batch.batchId(), batch.dispatchOn(), batch.issuer(), batch.noticeIds());
        room.call(commands -> archives.restore(order, sha256), DEADLINE);
    }
}
