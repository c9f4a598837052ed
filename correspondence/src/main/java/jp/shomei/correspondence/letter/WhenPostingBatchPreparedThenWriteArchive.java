package jp.shomei.correspondence.letter;

import java.time.Duration;
import jp.shomei.contracts.notice.PostingBatchPrepared;
import jp.shomei.correspondence.letter.ArchiveLetters.Order;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * A batch that is begun is printed, packed for the forwarding agent and sealed. Done twice, or broken off anywhere and done
 * again, it leads to the same archive and one seal.
 */
@ProcessingGroup("posting-archive")
@DisallowReplay
public final class WhenPostingBatchPreparedThenWriteArchive {

    /** A batch holds 500 letters at most, each printed twice, and several are printed in a second. */
    private static final Duration DEADLINE = Duration.ofMinutes(15);

    private final ArchiveRoom room;
    private final PostingArchives archives;

    WhenPostingBatchPreparedThenWriteArchive(ArchiveRoom room, PostingArchives archives) {
        this.room = room;
        this.archives = archives;
    }

    @EventHandler
    public void on(PostingBatchPrepared event) {
        Order order = new Order(event.batchId(), event.dispatchOn(), event.issuer(), event.noticeIds());
        room.call(commands -> archives.write(order, commands), DEADLINE);
    }
}
