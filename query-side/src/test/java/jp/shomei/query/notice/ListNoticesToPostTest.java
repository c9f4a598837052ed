package jp.shomei.query.notice;

import static jp.shomei.projections.fixture.NoticeEvents.BATCH;
import static jp.shomei.projections.fixture.NoticeEvents.DISPATCH_ON;
import static jp.shomei.projections.fixture.NoticeEvents.PROMISED_BY;
import static jp.shomei.projections.fixture.NoticeEvents.RESEND_ON;
import static jp.shomei.projections.fixture.NoticeEvents.batch;
import static jp.shomei.projections.fixture.NoticeEvents.dispatched;
import static jp.shomei.projections.fixture.NoticeEvents.prepared;
import static jp.shomei.projections.fixture.NoticeEvents.printed;
import static jp.shomei.projections.fixture.NoticeEvents.resent;
import static jp.shomei.projections.fixture.NoticeEvents.returned;
import static jp.shomei.projections.fixture.NoticeEvents.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.shomei.contracts.notice.ListNoticesToPost;
import jp.shomei.contracts.notice.NoticesToPost;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.query.QueryTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListNoticesToPostTest extends QueryTest {

    private static final String NOTICE = "N20210315-4611234567-a1b2c3d4";

    @Test
    void aNoticeIsToBePostedFromItsDayOn() {
        events.append(prepared(NOTICE));

        assertThat(toPost(DISPATCH_ON.minusDays(1))).isEmpty();
        assertThat(toPost(DISPATCH_ON)).containsExactly(NOTICE);
        assertThat(toPost(DISPATCH_ON.plusYears(1))).containsExactly(NOTICE);
    }

    @Test
    void whatIsPrintedOrPostedIsNotToBePosted() {
        events.append(prepared(NOTICE), printed(NOTICE));
        events.append(prepared("N2"), dispatched("N2"));
        events.append(prepared("N3"), dispatched("N3"), returned("N3"));

        assertThat(toPost(DISPATCH_ON)).isEmpty();
    }

    @Test
    void whatIsToBePostedOnceMoreIsThatOnItsNewDay() {
        events.append(prepared(NOTICE), printed(NOTICE), dispatched(NOTICE), returned(NOTICE), resent(NOTICE));

        assertThat(toPost(RESEND_ON.minusDays(1))).isEmpty();
        assertThat(toPost(RESEND_ON)).containsExactly(NOTICE);
    }

    @Test
    void whatIsAboutToBePrintedInABatchIsInABatch() {
        events.append(prepared("N1"), prepared("N2"), prepared("N3"));
        events.append(batch(BATCH, "N1", "N2"));
        assertThat(toPost(DISPATCH_ON)).containsExactly("N3");

        events.append(printed("N1"));
        assertThat(toPost(DISPATCH_ON)).containsExactly("N3");
    }

    @Test
    void whatASealedBatchDidNotTakeIsToBePosted() {
        events.append(prepared("N1"), prepared("N2"));
        events.append(batch(BATCH, "N1", "N2"));
        events.append(printed("N1"));
        events.append(sealed(BATCH));

        assertThat(toPost(DISPATCH_ON)).containsExactly("N2");
    }

    /** Asked at once, not when the read models happen to have caught up. */
    @Test
    void answersWithWhatHasJustHappened() {
        for (int number = 1; number <= 20; number++) {
            events.append(prepared(id(number)));
            assertThat(askedAtOnce()).containsExactly(id(number));

            events.append(batch("B20210315-" + number, id(number)));
            assertThat(askedAtOnce()).isEmpty();
        }
    }

    @Test
    void answersInTheOrderOfTheIdsPageByPageThoughTheyAreOfSeveralDays() {
        List<Integer> numbers =
                IntStream.iterate(1, number -> number + 977).limit(60).boxed().toList();
        for (int number : numbers.reversed()) {
            events.append(prepared(id(number), DISPATCH_ON.minusDays(number % 3), PROMISED_BY));
        }

        List<String> seen = new ArrayList<>();
        List<String> page = toPost(DISPATCH_ON, null, 7);
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = toPost(DISPATCH_ON, seen.getLast(), 7);
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        numbers.stream().map(ListNoticesToPostTest::id).toList());
    }

    @Test
    void refusesALimitOutOfRangeAndAPlaceThatIsNoNotice() {
        for (int limit : new int[] {0, 1_001}) {
            assertThat(refusal(new ListNoticesToPost(DISPATCH_ON, null, limit), NoticesToPost.class)
                            .code())
                    .isEqualTo(ErrorCode.INVALID_FIELDS);
        }
        assertThat(refusal(new ListNoticesToPost(DISPATCH_ON, "***", 10), NoticesToPost.class))
                .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
    }

    private List<String> toPost(LocalDate day) {
        return toPost(day, null, 500);
    }

    private List<String> toPost(LocalDate day, @Nullable String after, int limit) {
        return ask(new ListNoticesToPost(day, after, limit), NoticesToPost.class)
                .noticeIds();
    }

    private List<String> askedAtOnce() {
        return fixture.query(new ListNoticesToPost(DISPATCH_ON, null, 500), NoticesToPost.class)
                .noticeIds();
    }

    private static String id(int number) {
        return "N20210315-%010d-a1b2c3d4".formatted(4_600_000_000L + number);
    }
}
