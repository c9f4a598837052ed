package jp.shomei.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.message.Sha256;
import jp.shomei.contracts.notice.NoticePrinted;
import jp.shomei.contracts.notice.PostingBatchPrepared;
import jp.shomei.contracts.notice.PrintNotice;
import jp.shomei.contracts.notice.SealPostingBatch;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.correspondence.document.Rendered;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Archives as they are written. */
class PostingArchiveTest extends PostingArchiveFixture {

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
        void keepsNothingThatCouldNotBeSealed() {
            post.commandGateway().sendAndWait(new SealPostingBatch(Post.BATCH, 1, 9, "of something else"));

            assertThatThrownBy(() -> write(post.begin(first))).isInstanceOf(Refused.class);
            assertThat(directory()).isEmptyDirectory();
        }
    }

    @Test
    void isGivenUpBetweenTwoLettersWhenTheSystemStops() {
        String notice = post.notice(1, "総合受付");
        PostingBatchPrepared batch = post.begin(notice);
        room.close();

        assertThatThrownBy(() -> write(batch)).satisfies(is(ErrorCode.TEMPORARILY_UNAVAILABLE));
        assertThatThrownBy(room::stopIfClosing).satisfies(is(ErrorCode.TEMPORARILY_UNAVAILABLE));
    }

    private static String row(int serial, String noticeId, int index, Map<String, byte[]> entries) {
        String file = "letters/00000%d-%s.pdf".formatted(serial, noticeId);
        List<String> values = new ArrayList<>(List.of(
                String.valueOf(serial), noticeId, "0600001", "北海道札幌市中央区北一条西" + index, "証明クリニック", "総務課", "3", file));
        values.add(Sha256.hex(entries.get(file)));
        return String.join(",", values) + "\r\n";
    }
}
