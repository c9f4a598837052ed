package jp.shomei.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import jp.shomei.contracts.notice.ArchivePart;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticePrinted;
import jp.shomei.contracts.notice.NoticeResent;
import jp.shomei.contracts.notice.NoticeReturned;
import jp.shomei.contracts.notice.ReadPostingArchive;
import jp.shomei.contracts.refusal.ErrorCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Archives as they are read, and made again for it. */
class PostingArchiveReadTest extends PostingArchiveFixture {

    @Nested
    class OnceWritten {

        private final String notice = post.notice(1, "総合受付");

        private byte[] begin() {
            write(post.begin(notice));
            return archive();
        }

        @Test
        void isReadPartByPart() throws IOException {
            byte[] archive = begin();

            ByteArrayOutputStream read = new ByteArrayOutputStream();
            ArchivePart part = read(0);
            for (; part.bytes().length > 0; part = read(read.size())) {
                assertThat(part.total()).isEqualTo(archive.length);
                read.write(part.bytes());
            }
            assertThat(read.toByteArray()).isEqualTo(archive);
            assertThat(read(archive.length + 1L).bytes()).isEmpty();
            assertThat(read(archive.length - 3L).bytes()).hasSize(3);
        }

        @Test
        void isMadeAgainIfItIsLost() throws IOException {
            byte[] archive = begin();
            Files.delete(directory().resolve(Post.BATCH + ".zip"));
            Files.delete(directory().resolve(Post.BATCH + ".zip.sha256"));

            assertThat(read(0).bytes()).isEqualTo(archive);
            assertThat(archive()).isEqualTo(archive);
            assertThat(directory().resolve(Post.BATCH + ".zip.sha256")).exists();
        }

        @Test
        void isMadeAgainIfItIsLostWhileItIsRead() throws IOException {
            byte[] archive = begin();
            read(0);
            Files.delete(directory().resolve(Post.BATCH + ".zip"));

            assertThat(read(archive.length - 3L).bytes()).hasSize(3);
        }

        @Test
        void isMadeAgainIfItIsNotAsItWasSealed() throws IOException {
            byte[] archive = begin();
            byte[] spoilt = archive.clone();
            spoilt[archive.length / 2]++;
            Files.write(directory().resolve(Post.BATCH + ".zip"), spoilt);

            assertThat(read(0).bytes()).isEqualTo(archive);
        }

        @Test
        void isMadeAgainWithALetterThatCameBackAndWasPostedOnceMore() throws IOException {
            byte[] archive = begin();
            post.record(new NoticeDispatched(notice, "39960000010", true, Post.DAY));
            post.record(new NoticeReturned(notice, "あて所に尋ねあたりません", Post.DAY.plusDays(5)));
            post.record(new NoticeResent(notice, Post.DAY.plusDays(6)));
            post.record(new NoticePrinted(notice, "20210317-1"));
            Files.delete(directory().resolve(Post.BATCH + ".zip"));

            assertThat(read(0).bytes()).isEqualTo(archive);
        }

        @Test
        void isNotReplacedByAnother() throws IOException {
            begin();
            Files.delete(directory().resolve(Post.BATCH + ".zip"));
            String other = post.notice(2, "あとから");
            post.record(new NoticePrinted(other, Post.BATCH));
            post.begin(notice, other);

            assertThatThrownBy(() -> read(0)).satisfies(is(ErrorCode.POSTING_ARCHIVE_DIFFERS));
            assertThat(directory().resolve(Post.BATCH + ".zip")).doesNotExist();
            assertThat(directory().resolve(Post.BATCH + ".zip.new")).doesNotExist();
        }
    }

    @Test
    void isNotReadBeforeItIsSealed() {
        post.begin();
        assertThatThrownBy(() -> read(0)).satisfies(is(ErrorCode.POSTING_BATCH_NOT_SEALED));
    }

    @Test
    void isNotReadOfABatchThatNeverWas() {
        assertThatThrownBy(() -> handler().handle(new ReadPostingArchive("../../etc/passwd", 0)))
                .satisfies(is(ErrorCode.POSTING_BATCH_NOT_FOUND));
    }

    @Test
    void isNotReadFromBeforeItsBeginning() {
        assertThatThrownBy(() -> read(-1)).satisfies(is(ErrorCode.INVALID_REQUEST));
    }
}
