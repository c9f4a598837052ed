package jp.shomei.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.message.Sha256;
import jp.shomei.contracts.notice.NoticePrinted;
import jp.shomei.contracts.notice.PostingBatchPrepared;
import jp.shomei.contracts.notice.PrintNotice;
import jp.shomei.contracts.notice.SealPostingBatch;
import jp.shomei.contracts.refusal.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** One letter that cannot be printed keeps none of the others back. */
class UnprintableLetterTest extends PostingArchiveFixture {

    private static final String EMOJI = "端末\uD83D\uDE00";

    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(ArchiveLetters.class);
    private final String first = post.notice(1, "総合受付");
    private final String bad = post.notice(2, EMOJI);
    private final String last = post.notice(3, "薬局窓口");

    @BeforeEach
    void listen() {
        said.start();
        log.addAppender(said);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(said);
    }

    @Test
    void holdsTheOthersAndIsSealedOnce() {
        write(post.begin(first, bad, last));

        byte[] archive = archive();
        assertThat(entries(archive).keySet())
                .containsExactly("letters/000001-" + first + ".pdf", "letters/000002-" + last + ".pdf", "manifest.csv");
        assertThat(post.commands)
                .containsExactly(
                        new PrintNotice(first, Post.BATCH),
                        new PrintNotice(last, Post.BATCH),
                        new SealPostingBatch(Post.BATCH, 2, archive.length, Sha256.hex(archive)));
    }

    @Test
    void tellsTheOperatorsWhichAndWhyInOneLine() {
        write(post.begin(first, bad, last));

        assertThat(said.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getFormattedMessage()).contains(bad, "U+1F600").doesNotContain("0000020-E1", "端末", "\n");
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @Test
    void leavesOutWhatTheManifestCannotHold() {
        String foreign = post.notice(4, new PostalAddress("0600001", "北1Å", "証明医院"), "端末");

        write(post.begin(first, foreign));

        assertThat(entries(archive()).keySet()).containsExactly("letters/000001-" + first + ".pdf", "manifest.csv");
        assertThat(post.commands).doesNotContain(new PrintNotice(foreign, Post.BATCH));
        assertThat(said.list).singleElement().asString().contains(foreign);
    }

    @Test
    void isTheSameWhenItIsWrittenAgain() {
        PostingBatchPrepared batch = post.begin(first, bad, last);
        write(batch);
        byte[] once = archive();

        write(batch);

        assertThat(archive()).isEqualTo(once);
        assertThat(post.seals()).hasSize(2).containsOnly(post.seals().getFirst());
    }

    @Test
    void takesNothingMoreInOnceItIsSealed() {
        write(post.begin(first, bad, last));
        byte[] once = archive();
        String mended = post.notice(5, "あとから");

        write(post.begin(first, bad, last, mended));

        assertThat(archive()).isEqualTo(once);
        assertThat(post.commands).doesNotContain(new PrintNotice(mended, Post.BATCH));
    }

    @Test
    void saysNothingOfANoticeThatWentIntoAnother() {
        post.record(new NoticePrinted(bad, "20210311-0"));
        post.commandGateway().sendAndWait(new PrintNotice(bad, "20210311-0"));

        write(post.begin(first, bad));

        assertThat(entries(archive())).hasSize(2);
        assertThat(said.list).isEmpty();
    }

    @Test
    void failsAsAWholeWhileTheAuthorityIsAway() {
        post.authorityIsAway = true;
        PostingBatchPrepared batch = post.begin(first, bad, last);

        assertThatThrownBy(() -> write(batch)).satisfies(is(ErrorCode.TEMPORARILY_UNAVAILABLE));
        assertThat(post.commands).isEmpty();
        assertThat(said.list).isEmpty();

        post.authorityIsAway = false;
        write(batch);
        assertThat(entries(archive())).hasSize(3);
    }
}
