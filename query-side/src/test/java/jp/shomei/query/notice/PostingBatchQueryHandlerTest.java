package jp.shomei.query.notice;

import static jp.shomei.projections.fixture.NoticeEvents.BATCH;
import static jp.shomei.projections.fixture.NoticeEvents.DISPATCH_ON;
import static jp.shomei.projections.fixture.NoticeEvents.batch;
import static jp.shomei.projections.fixture.NoticeEvents.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.FindPostingBatch;
import jp.shomei.contracts.notice.ListPostingBatches;
import jp.shomei.contracts.notice.PostingBatchPage;
import jp.shomei.contracts.notice.PostingBatchPrepared;
import jp.shomei.contracts.notice.PostingBatchView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.query.QueryTest;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Test;

class PostingBatchQueryHandlerTest extends QueryTest {

    private static final PostingBatchView BEGUN =
            new PostingBatchView(BATCH, DISPATCH_ON, "Issuing CA", List.of("N1", "N2"), null, null, null);

    @Test
    void answersNothingForABatchThereIsNot() {
        assertThat(find(new FindPostingBatch(BATCH), PostingBatchView.class)).isEmpty();
    }

    @Test
    void showsABatchWithItsNotices() {
        events.append(batch(BATCH, "N1", "N2"));

        assertThat(find(new FindPostingBatch(BATCH), PostingBatchView.class)).contains(BEGUN);
        assertThat(ask(new ListPostingBatches(null, 10), PostingBatchPage.class).items())
                .containsExactly(BEGUN);
    }

    @Test
    void showsTheArchiveOnceItIsWritten() {
        events.append(batch(BATCH, "N1", "N2"), sealed(BATCH));

        assertThat(find(new FindPostingBatch(BATCH), PostingBatchView.class))
                .contains(new PostingBatchView(
                        BATCH, DISPATCH_ON, "Issuing CA", List.of("N1", "N2"), 1, 12_345L, "0a".repeat(32)));
    }

    @Test
    void listsTheNewestBatchesFirstByDayAndNumber() {
        for (String number : List.of("1", "2", "9", "10", "11")) {
            events.append(batch("B20210315-" + number, "N1"));
        }
        events.append(new PostingBatchPrepared("B20210316-1", DISPATCH_ON.plusDays(1), "Issuing CA", List.of("N2")));

        PostingBatchPage first = ask(new ListPostingBatches(null, 4), PostingBatchPage.class);
        PostingBatchPage second = ask(new ListPostingBatches(first.nextCursor(), 4), PostingBatchPage.class);

        assertThat(first.items())
                .extracting(PostingBatchView::batchId)
                .containsExactly("B20210316-1", "B20210315-11", "B20210315-10", "B20210315-9");
        assertThat(second.items()).extracting(PostingBatchView::batchId).containsExactly("B20210315-2", "B20210315-1");
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void refusesACursorThatIsNoneOfOursAndALimitOutOfRange() {
        assertThat(refusal(new ListPostingBatches("***", 10), PostingBatchPage.class))
                .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
        assertThat(refusal(new ListPostingBatches(null, 201), PostingBatchPage.class)
                        .code())
                .isEqualTo(ErrorCode.INVALID_FIELDS);
    }

    @Test
    void containsWhatAConsistencyTokenStandsFor() {
        for (int number = 1; number <= 20; number++) {
            String batchId = "B20210315-" + number;
            Recorded seen = events.append(batch(batchId, "N1"), sealed(batchId));

            assertThat(fixture.query(
                            new FindPostingBatch(batchId),
                            ResponseTypes.optionalInstanceOf(PostingBatchView.class),
                            seen))
                    .hasValueSatisfying(found -> assertThat(found.letters()).isOne());
        }
    }
}
