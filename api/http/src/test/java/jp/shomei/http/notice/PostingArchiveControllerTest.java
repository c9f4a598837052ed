package jp.shomei.http.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jp.shomei.contracts.notice.ArchivePart;
import jp.shomei.contracts.notice.FindPostingBatch;
import jp.shomei.contracts.notice.PostingBatchView;
import jp.shomei.contracts.notice.ReadPostingArchive;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class PostingArchiveControllerTest extends HttpTest {
    private static final int PART = 1_000;
    private static final String SHA_256 = "0f".repeat(32);
    private static final String BATCH = "20210913-1";

    @Test
    void handsOutAnArchivePartByPart() {
        byte[] archive = new byte[3 * PART + 7];
        new Random(20210913).nextBytes(archive);
        batch(SHA_256);
        others.on(ReadPostingArchive.class, query -> part(archive, query.offset()));

        get(BATCH)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectHeader()
                .contentLength(archive.length)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"20210913-1.zip\"")
                .expectHeader()
                .valueEquals(
                        "Repr-Digest",
                        "sha-256=:"
                                + Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(SHA_256)) + ":")
                .expectBody(byte[].class)
                .isEqualTo(archive);

        assertThat(others.received(ReadPostingArchive.class))
                .extracting(message -> message.getPayload().offset())
                .containsExactly(0L, 1_000L, 2_000L, 3_000L);
        assertThat(others.newest(ReadPostingArchive.class).getMetaData()).containsEntry("role", "mailroom");
    }

    @Test
    void asksOnceForWhatFitsInOnePart() {
        byte[] archive = new byte[PART];
        batch(SHA_256);
        others.on(ReadPostingArchive.class, query -> part(archive, query.offset()));

        get(BATCH).expectStatus().isOk().expectBody(byte[].class).isEqualTo(archive);

        assertThat(others.received(ReadPostingArchive.class)).hasSize(1);
    }

    @Test
    void seesWhatItsCallerHasSeen() {
        batch(null);
        as(Role.MAILROOM)
                .get()
                .uri("/api/v1/posting-batches/" + BATCH + ".zip")
                .header("Consistency-Token", "BATCH:" + BATCH + ":1")
                .exchange();
        assertThat(others.newest(FindPostingBatch.class).getMetaData())
                .containsEntry("consistency-token", "BATCH:" + BATCH + ":1");
    }

    @Test
    void saysThatTheArchiveIsNotWrittenYet() {
        batch(null);
        get(BATCH).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("POSTING_BATCH_NOT_SEALED");
    }

    @Test
    void saysThatTheArchiveCannotBeMadeAgain() {
        batch(SHA_256);
        others.on(ReadPostingArchive.class, query -> {
            throw Refused.because(ErrorCode.POSTING_ARCHIVE_DIFFERS);
        });
        get(BATCH).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("POSTING_ARCHIVE_DIFFERS");
    }

    @Test
    void saysThatThereIsNoSuchBatch() {
        others.on(FindPostingBatch.class, query -> Optional.empty());

        for (String batchId : List.of("nothing", "a%22", "x".repeat(65), "a.b")) {
            get(batchId)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("POSTING_BATCH_NOT_FOUND");
        }
        assertThat(others.received(FindPostingBatch.class)).hasSize(1);
    }

    private static ArchivePart part(byte[] archive, long offset) {
        int from = Math.toIntExact(offset);
        return new ArchivePart(
                Arrays.copyOfRange(archive, from, Math.min(from + PART, archive.length)), archive.length);
    }

    private void batch(@Nullable String sha256) {
        others.on(
                FindPostingBatch.class,
                query -> Optional.of(new PostingBatchView(
                        query.batchId(),
                        LocalDate.of(2021, 9, 13),
                        "Test Issuing CA",
                        List.of(Samples.NOTICE_ID),
                        1,
                        9L,
                        sha256)));
    }

    private WebTestClient.ResponseSpec get(String batchId) {
        return as(Role.MAILROOM)
                .get()
                .uri(java.net.URI.create("http://127.0.0.1:" + port + "/api/v1/posting-batches/" + batchId + ".zip"))
                .exchange();
    }
}
