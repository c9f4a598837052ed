package jp.shomei.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.notice.ArchivePart;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticePrinted;
import jp.shomei.contracts.notice.NoticeResent;
import jp.shomei.contracts.notice.NoticeReturned;
import jp.shomei.contracts.notice.PostingBatchPrepared;
import jp.shomei.contracts.notice.PrintNotice;
import jp.shomei.contracts.notice.ReadPostingArchive;
import jp.shomei.contracts.notice.SealPostingBatch;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives as they are written, read and made again, over the real files. */
class PostingArchiveTest {

    private static final LetterPrinter PRINTER = new LetterPrinter();

    @TempDir
    Path scratch;

    private final Post post = new Post();
    private final Letters letters = new Letters();
    private final ArchiveRoom room = letters.archiveRoom(post.commandGateway());

    @AfterEach
    void close() {
        room.close();
    }

    @Nested
    class OncePrepared {

        private final String first = post.notice(1, "総合受付");
        private final String second = post.notice(2, "薬局窓口", "薬局奥");

        @Test
        void holdsEveryLetterInOrderAndTheManifest() throws IOException {
            write(post.begin(second, first));

            Map<String, byte[]> entries = entries(archive());
            assertThat(entries.keySet())
                    .containsExactly(
                            "letters/000001-" + second + ".pdf", "letters/000002-" + first + ".pdf", "manifest.csv");
            assertThat(Rendered.text(entries.get("letters/000001-" + second + ".pdf")))
                    .contains("薬局窓口", "薬局奥", "000001#", "0000020-E1", Post.ISSUER.replace(" ", ""), "2021/03/11");
            assertThat(new String(entries.get("manifest.csv"), Charset.forName("windows-31j")))
                    .isEqualTo("連番,通知書番号,郵便番号,住所,名称,宛名,ページ数,ファイル名,SHA-256\r\n"
                            + row(1, second, 2, entries)
                            + row(2, first, 1, entries));
        }

        @Test
        void takesEachNoticeIntoTheBatchFirstAndSealsItLast() {
            write(post.begin(first, second));

            byte[] archive = archive();
            assertThat(post.commands)
                    .containsExactly(
                            new PrintNotice(first, Post.BATCH),
                            new PrintNotice(second, Post.BATCH),
                            new SealPostingBatch(Post.BATCH, 2, archive.length, Sha256.hex(archive)));
            assertThat(post.nested)
                    .as("each command is on record when it is answered")
                    .containsOnly(false);
        }

        @Test
        void isForItsOwnerAloneWithItsDigestBesideIt() throws IOException {
            write(post.begin(first));

            Path file = directory().resolve(Post.BATCH + ".zip");
            Path digest = directory().resolve(Post.BATCH + ".zip.sha256");
            assertThat(digest).hasContent(Sha256.hex(archive()) + "  " + Post.BATCH + ".zip\n");
            for (Path each : List.of(file, digest)) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .isEqualTo("rw-------");
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                    .isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(directory())) {
                assertThat(files).containsExactlyInAnyOrder(file, digest);
            }
        }

        @Test
        void leavesOutWhatWasPrintedElsewhere() {
            post.record(new NoticePrinted(second, "20210311-0"));
            post.commandGateway().sendAndWait(new PrintNotice(second, "20210311-0"));

            write(post.begin(first, second));

            assertThat(entries(archive()).keySet()).containsExactly("letters/000001-" + first + ".pdf", "manifest.csv");
            assertThat(post.seals()).extracting(SealPostingBatch::letters).containsExactly(1);
        }

        @Test
        void isTheSameWhereverAndHoweverOftenItIsWritten() {
            PostingBatchPrepared batch = post.begin(first, second);
            write(batch);
            byte[] once = archive();
            TimeZone here = TimeZone.getDefault();
            try {
                TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
                write(batch);
            } finally {
                TimeZone.setDefault(here);
            }

            assertThat(archive()).isEqualTo(once);
            assertThat(post.seals()).hasSize(2).containsOnly(post.seals().getFirst());
        }

        @Test
        void isOfTheDayOfPosting() throws IOException {
            write(post.begin(first));
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(2021, 3, 11, 0, 0));
                    assertThat(entry.getExtra()).isNull();
                }
            }
        }

        @Test
        void begunAnewAfterACrashReplacesWhatWasLeftUnfinished() throws IOException {
            Files.createDirectories(directory());
            Files.writeString(directory().resolve(Post.BATCH + ".zip.new"), "half of it");
            Files.writeString(directory().resolve(Post.BATCH + ".zip.sha256.new"), "half of it");

            write(post.begin(first));

            assertThat(entries(archive())).hasSize(2);
            try (Stream<Path> files = Files.list(directory())) {
                assertThat(files).hasSize(2);
            }
        }

        @Test
        void writesTheSignsOfWindows31j() {
            String notice = post.notice(3, new PostalAddress("0600001", "北1〜2−3", "=証明,\"医院\""), "端末");

            write(post.begin(notice));

            assertThat(new String(entries(archive()).get("manifest.csv"), Charset.forName("windows-31j")))
                    .contains(",0600001,北1～2－3,\"=証明,\"\"医院\"\"\",総務課,3,");
        }

        @Test
        void failsRatherThanLosingACharacter() {
            String notice = post.notice(3, new PostalAddress("0600001", "北1Å", "証明医院"), "端末");

            assertThatIllegalStateException().isThrownBy(() -> write(post.begin(notice)));
            assertThat(post.seals()).isEmpty();
            assertThat(directory()).isEmptyDirectory();
        }

        @Test
        void keepsNothingThatCouldNotBeSealed() {
            post.commandGateway().sendAndWait(new SealPostingBatch(Post.BATCH, 1, 9, "of something else"));

            assertThatThrownBy(() -> write(post.begin(first))).isInstanceOf(Refused.class);
            assertThat(directory()).isEmptyDirectory();
        }
    }

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

    @Test
    void isGivenUpBetweenTwoLettersWhenTheSystemStops() {
        String notice = post.notice(1, "総合受付");
        PostingBatchPrepared batch = post.begin(notice);
        room.close();

        assertThatThrownBy(() -> write(batch)).satisfies(is(ErrorCode.TEMPORARILY_UNAVAILABLE));
        assertThatThrownBy(room::stopIfClosing).satisfies(is(ErrorCode.TEMPORARILY_UNAVAILABLE));
    }

    /** As the event processor does: inside a unit of work. */
    private void write(PostingBatchPrepared batch) {
        CommandMessage<String> handled = new GenericCommandMessage<>("whatever is being handled");
        UnitOfWork<CommandMessage<String>> outer = DefaultUnitOfWork.startAndGet(handled);
        try {
            letters.whenPostingBatchPreparedThenWriteArchive(room, archives()).on(batch);
        } finally {
            outer.rollback();
        }
    }

    private ArchivePart read(long offset) {
        return handler().handle(new ReadPostingArchive(Post.BATCH, offset));
    }

    private PostingArchiveQueryHandler handler() {
        return letters.postingArchiveQueryHandler(post.queryGateway(), room, archives());
    }

    private PostingArchives archives() {
        return letters.postingArchives(
                post.history, post.queryGateway(), PRINTER, room, new LetterSettings(directory()));
    }

    private Path directory() {
        return scratch.resolve("posting");
    }

    private byte[] archive() {
        try {
            return Files.readAllBytes(directory().resolve(Post.BATCH + ".zip"));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Map<String, byte[]> entries(byte[] archive) {
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

    private static String row(int serial, String noticeId, int index, Map<String, byte[]> entries) {
        String file = "letters/00000%d-%s.pdf".formatted(serial, noticeId);
        List<String> values = new ArrayList<>(List.of(
                String.valueOf(serial), noticeId, "0600001", "北海道札幌市中央区北一条西" + index, "証明クリニック", "総務課", "3", file));
        values.add(Sha256.hex(entries.get(file)));
        return String.join(",", values) + "\r\n";
    }

    private static Consumer<Throwable> is(ErrorCode code) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo(code));
    }
}
