package jp.shomei.projections.notice.view;

import static jp.shomei.projections.fixture.NoticeEvents.BATCH;
import static jp.shomei.projections.fixture.NoticeEvents.batch;
import static jp.shomei.projections.fixture.NoticeEvents.sealed;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class PostingBatchDocumentTest {

    @Test
    void cannotBeginWithItsArchive() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PostingBatchDocument.on(null, sealed(BATCH), 0))
                .withMessage("a history cannot begin with PostingBatchSealed");
    }

    @Test
    void cannotBeBegunTwice() {
        PostingBatchDocument once = PostingBatchDocument.on(null, batch(BATCH, "N1"), 0);

        assertThatIllegalStateException()
                .isThrownBy(() -> PostingBatchDocument.on(once, batch(BATCH, "N2"), 1))
                .withMessage("PostingBatchPrepared cannot happen twice");
    }
}
