package jp.shomei.correspondence.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import jp.shomei.contracts.notice.PrintNotice;
import jp.shomei.contracts.notice.SealPostingBatch;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.correspondence.letter.ArchiveDirectory.Draft;
import jp.shomei.correspondence.letter.ArchiveLetters.Order;

/** Writes the archives for the forwarding agent (発送代行), and makes those again that are lost. */
final class PostingArchives {

    private final ArchiveLetters letters;
    private final ArchiveDirectory directory;

    PostingArchives(ArchiveLetters letters, ArchiveDirectory directory) {
        this.letters = letters;
        this.directory = directory;
    }

    /**
     * Takes the notices into their batch, writes its archive and seals the batch. A notice that cannot be printed is left to
     * be posted later. Whatever of this was done before changes nothing. The batch is sealed while the archive is still beside its place: an archive in its place is never replaced by
     * one that is not as sealed.
     */
    void write(Order order, Commands commands) {
        if (!letters.isSealed(order.batchId())) {
            order.noticeIds().stream()
                    .filter(noticeId -> letters.admits(order, noticeId))
                    .forEach(noticeId -> commands.tell(new PrintNotice(noticeId, order.batchId())));
        }
        try {
            Draft draft = directory.draft(order.batchId(), file -> letters.write(order, file));
            try {
                commands.tell(new SealPostingBatch(order.batchId(), draft.letters(), draft.bytes(), draft.sha256()));
                directory.keep(draft);
            } finally {
                directory.discard(draft);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether the batch's archive is in its place, whole and as it was sealed. */
    boolean holds(String batchId, String sha256) {
        try {
            return directory.holds(batchId, sha256);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A part of the batch's archive, if that is in its place. */
    Optional<byte[]> read(String batchId, long total, long offset, int most) {
        try {
            return directory.read(batchId, total, offset, most);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Makes an archive again, unless it is in its place.
     *
     * @param sha256 its digest when it was sealed, hexadecimal
     * @throws Refused with {@link ErrorCode#POSTING_ARCHIVE_DIFFERS} if it is not what it was
     */
    void restore(Order order, String sha256) {
        if (holds(order.batchId(), sha256)) {
            return;
        }
        try {
            Draft draft = directory.draft(order.batchId(), file -> letters.write(order, file));
            try {
                if (!draft.sha256().equals(sha256)) {
                    throw Refused.because(ErrorCode.POSTING_ARCHIVE_DIFFERS);
                }
                directory.keep(draft);
            } finally {
                directory.discard(draft);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
