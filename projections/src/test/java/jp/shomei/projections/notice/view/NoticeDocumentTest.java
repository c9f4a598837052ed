package jp.shomei.projections.notice.view;

import static jp.shomei.projections.fixture.NoticeEvents.NOTICE;
import static jp.shomei.projections.fixture.NoticeEvents.dispatched;
import static jp.shomei.projections.fixture.NoticeEvents.prepared;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class NoticeDocumentTest {

    @Test
    void cannotBeginWithAnythingButItsPreparation() {
        assertThatIllegalStateException()
                .isThrownBy(() -> NoticeDocument.on(null, dispatched(NOTICE), 0))
                .withMessage("a history cannot begin with NoticeDispatched");
    }

    @Test
    void cannotBePreparedTwice() {
        NoticeDocument once = NoticeDocument.on(null, prepared(NOTICE), 0);

        assertThatIllegalStateException()
                .isThrownBy(() -> NoticeDocument.on(once, prepared(NOTICE), 1))
                .withMessage("NoticePrepared cannot happen twice");
    }
}
