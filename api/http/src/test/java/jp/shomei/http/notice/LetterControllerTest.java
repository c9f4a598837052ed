package jp.shomei.http.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.Letter;
import jp.shomei.contracts.notice.RenderLetter;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;

class LetterControllerTest extends HttpTest {
    private static final byte[] PDF = {'%', 'P', 'D', 'F', 0, -1};
    private static final String TOKEN = "NOTICE:" + Samples.NOTICE_ID + ":1";

    @Test
    void handsOutALetterThatNobodyKeeps() {
        others.on(RenderLetter.class, query -> new Letter(PDF));

        as(Role.MAILROOM)
                .get()
                .uri("/api/v1/notices/" + Samples.NOTICE_ID + ".pdf")
                .header("Consistency-Token", TOKEN)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pdf")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("Content-Disposition", "inline; filename=\"" + Samples.NOTICE_ID + ".pdf\"")
                .expectBody(byte[].class)
                .isEqualTo(PDF);

        assertThat(others.newest(RenderLetter.class).getPayload()).isEqualTo(new RenderLetter(Samples.NOTICE_ID));
        assertThat(others.newest(RenderLetter.class).getMetaData())
                .containsEntry("role", "mailroom")
                .containsEntry("consistency-token", TOKEN);
        assertThat(others.received(FindNotice.class)).isEmpty();
    }

    @Test
    void saysThatThereIsNoSuchNotice() {
        others.on(RenderLetter.class, query -> {
            throw Refused.because(ErrorCode.NOTICE_NOT_FOUND);
        });

        for (String noticeId : List.of("nothing", "a.b", "x".repeat(65), "%E9%80%9A", "%22x")) {
            as(Role.MAILROOM)
                    .get()
                    .uri(java.net.URI.create("http://127.0.0.1:" + port + "/api/v1/notices/" + noticeId + ".pdf"))
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("NOTICE_NOT_FOUND");
        }
        assertThat(others.received(RenderLetter.class)).hasSize(1);
    }
}
