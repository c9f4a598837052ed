package jp.shomei.command.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.PostingBatchPrepared;
import jp.shomei.contracts.notice.PostingBatchSealed;
import jp.shomei.contracts.notice.PreparePostingBatch;
import jp.shomei.contracts.notice.SealPostingBatch;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PostingBatchTest {

    private static final String ID = "B20210311-1";
    private static final LocalDate DAY = LocalDate.of(2021, 3, 11);
    private static final String ISSUER = "Online Billing NW Common Issuing CA";
    private static final String DIGEST = "0a".repeat(32);
    private static final PostingBatchPrepared PREPARED = new PostingBatchPrepared(ID, DAY, ISSUER, List.of("N1", "N2"));
    private static final PostingBatchSealed SEALED = new PostingBatchSealed(ID, 2, 12_345, DIGEST);

    @Test
    void itIsBegunWithItsNotices() {
        batch().when(prepare(List.of("N1", "N2")))
                .expectEvents(PREPARED)
                .expectResultMessagePayload(new Recorded(Recorded.Kind.BATCH, ID, 0));
    }

    @Test
    void itHasOneToFiveHundredNotices() {
        List<String> most =
                IntStream.rangeClosed(1, 500).mapToObj(number -> "N" + number).toList();
        List<String> tooMany =
                IntStream.rangeClosed(1, 501).mapToObj(number -> "N" + number).toList();

        batch().when(prepare(most)).expectEvents(new PostingBatchPrepared(ID, DAY, ISSUER, most));
        for (List<String> notices : List.of(tooMany, List.<String>of())) {
            batch().when(prepare(notices))
                    .expectNoEvents()
                    .expectExceptionDetails(
                            Refusal.of(List.of(FieldError.of("noticeIds", FieldRule.RANGE, "1", "500"))));
        }
    }

    @Test
    void whatWasNotBegunIsNotSealed() {
        batch().when(seal(DIGEST)).expectException(AggregateNotFoundException.class);
    }

    @Nested
    class OnceBegun {

        @Test
        void itKeepsItsNotices() {
            batch(PREPARED)
                    .when(prepare(List.of("N3")))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Recorded(Recorded.Kind.BATCH, ID, 0));
        }

        @Test
        void itIsSealed() {
            batch(PREPARED)
                    .when(seal(DIGEST))
                    .expectEvents(SEALED)
                    .expectResultMessagePayload(new Recorded(Recorded.Kind.BATCH, ID, 1));
        }
    }

    @Nested
    class OnceSealed {

        @Test
        void theSameArchiveChangesNothing() {
            batch(PREPARED, SEALED)
                    .when(seal(DIGEST))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Recorded(Recorded.Kind.BATCH, ID, 1));
        }

        @Test
        void anotherArchiveIsRefused() {
            batch(PREPARED, SEALED)
                    .when(seal("0b".repeat(32)))
                    .expectNoEvents()
                    .expectExceptionDetails(Refusal.of(ErrorCode.POSTING_ARCHIVE_DIFFERS));
        }
    }

    private static TestExecutor<PostingBatch> batch(Object... history) {
        return new AggregateTestFixture<>(PostingBatch.class).given(history);
    }

    private static PreparePostingBatch prepare(List<String> notices) {
        return new PreparePostingBatch(ID, DAY, ISSUER, notices);
    }

    private static SealPostingBatch seal(String digest) {
        return new SealPostingBatch(ID, 2, 12_345, digest);
    }
}
