package jp.shomei.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.notice.ArchivePart;
import jp.shomei.contracts.notice.PostingBatchPrepared;
import jp.shomei.contracts.notice.ReadPostingArchive;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.correspondence.document.DocumentPrinter;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The archives over the real files, while {@link Post} stands for the rest of the system. */
abstract class PostingArchiveFixture {

    private static final LetterPrinter PRINTER = new LetterPrinter(new DocumentPrinter(), PriceTable.asPublished());

    @TempDir
    Path scratch;

    final Post post = new Post();
    final Letters letters = new Letters();
    final ArchiveRoom room = letters.archiveRoom(post.commandGateway());

    @AfterEach
    void close() {
        room.close();
    }

    /** As the event processor does: inside a unit of work. */
    void write(PostingBatchPrepared batch) {
        CommandMessage<String> handled = new GenericCommandMessage<>("whatever is being handled");
        UnitOfWork<CommandMessage<String>> outer = DefaultUnitOfWork.startAndGet(handled);
        try {
            letters.whenPostingBatchPreparedThenWriteArchive(room, archives()).on(batch);
        } finally {
            outer.rollback();
        }
    }

    ArchivePart read(long offset) {
        return handler().handle(new ReadPostingArchive(Post.BATCH, offset));
    }

    PostingArchiveQueryHandler handler() {
        return letters.postingArchiveQueryHandler(post.queryGateway(), room, archives());
    }

    PostingArchives archives() {
        return letters.postingArchives(
                post.history, post.queryGateway(), PRINTER, room, new LetterSettings(directory()));
    }

    Path directory() {
        return scratch.resolve("posting");
    }

    byte[] archive() {
        try {
            return Files.readAllBytes(directory().resolve(Post.BATCH + ".zip"));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    static Map<String, byte[]> entries(byte[] archive) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return entries;
    }

    static Consumer<Throwable> is(ErrorCode code) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo(code));
    }
}
