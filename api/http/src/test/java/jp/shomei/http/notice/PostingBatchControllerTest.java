package jp.shomei.http.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.notice.FindPostingBatch;
import jp.shomei.contracts.notice.ListPostingBatches;
import jp.shomei.contracts.notice.PostingBatchPage;
import jp.shomei.contracts.notice.PostingBatchView;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;

class PostingBatchControllerTest extends HttpTest {
    private static final String ID = "B20210913-1";
    private static final PostingBatchView SEALED = new PostingBatchView(
            ID, LocalDate.of(2021, 9, 13), "Issuing CA", List.of(Samples.NOTICE_ID), 1, 12_345L, "0a".repeat(32));

    @Test
    void listsTheBatches() {
        others.on(ListPostingBatches.class, query -> new PostingBatchPage(List.of(SEALED), "next"));

        as(Role.OPERATOR)
                .get()
                .uri("/api/v1/posting-batches?cursor=here&limit=10")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.nextCursor")
                .isEqualTo("next")
                .jsonPath("$.items[0].batchId")
                .isEqualTo(ID);

        assertThat(others.newest(ListPostingBatches.class).getPayload()).isEqualTo(new ListPostingBatches("here", 10));
    }

    @Test
    void showsABatch() {
        others.on(FindPostingBatch.class, query -> Optional.of(SEALED));

        as(Role.MAILROOM)
                .get()
                .uri("/api/v1/posting-batches/" + ID)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.dispatchOn")
                .isEqualTo("2021-09-13")
                .jsonPath("$.noticeIds[0]")
                .isEqualTo(Samples.NOTICE_ID)
                .jsonPath("$.letters")
                .isEqualTo(1)
                .jsonPath("$.sha256")
                .isEqualTo("0a".repeat(32));

        assertThat(others.newest(FindPostingBatch.class).getPayload()).isEqualTo(new FindPostingBatch(ID));
    }

    @Test
    void saysThatThereIsNoSuchBatch() {
        others.on(FindPostingBatch.class, query -> Optional.empty());

        for (String id : List.of(ID, "x".repeat(65), "a.b")) {
            as(Role.MAILROOM)
                    .get()
                    .uri("/api/v1/posting-batches/" + id)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("POSTING_BATCH_NOT_FOUND");
        }
        assertThat(others.received(FindPostingBatch.class)).hasSize(1);
    }
}
