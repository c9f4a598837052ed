package jp.shomei.http.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.shomei.contracts.notice.ListLateNotices;
import jp.shomei.contracts.notice.ListReturnedNotices;
import jp.shomei.contracts.notice.NoticePage;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;

class WatchControllerTest extends HttpTest {
    @Test
    void listsTheNoticesThatCameBack() {
        others.on(
                ListReturnedNotices.class,
                query -> new NoticePage(List.of(Samples.notice(NoticeStatus.RETURNED)), "next"));

        expectOne("returned", NoticeStatus.RETURNED);

        assertThat(others.newest(ListReturnedNotices.class).getPayload())
                .isEqualTo(new ListReturnedNotices("here", 10));
    }

    @Test
    void listsTheNoticesThatAreLate() {
        others.on(
                ListLateNotices.class, query -> new NoticePage(List.of(Samples.notice(NoticeStatus.PREPARED)), "next"));

        expectOne("late", NoticeStatus.PREPARED);

        assertThat(others.newest(ListLateNotices.class).getPayload()).isEqualTo(new ListLateNotices("here", 10));
    }

    @Test
    void refusesALimitThatIsNone() {
        for (String list : List.of("returned", "late")) {
            as(Role.MAILROOM)
                    .get()
                    .uri("/api/v1/notices/" + list + "?limit=201")
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        assertThat(others.heardNothing()).isTrue();
    }

    private void expectOne(String list, NoticeStatus status) {
        as(Role.OFFICER)
                .get()
                .uri("/api/v1/notices/" + list + "?cursor=here&limit=10")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.nextCursor")
                .isEqualTo("next")
                .jsonPath("$.items[0].noticeId")
                .isEqualTo(Samples.NOTICE_ID)
                .jsonPath("$.items[0].status")
                .isEqualTo(status.name())
                .jsonPath("$.items[0].boxes[0].referenceId")
                .doesNotExist();
    }
}
