package jp.shomei.http.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.DeliverNotice;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.contracts.notice.ResendNotice;
import jp.shomei.contracts.notice.ReturnNotice;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class PostingControllerTest extends HttpTest {
    private static final Recorded RECORDED = new Recorded(Recorded.Kind.NOTICE, Samples.NOTICE_ID, 2);

    @Test
    void recordsThePosting() {
        others.on(DispatchNotice.class, command -> RECORDED);
        expect("dispatch", "{\"trackingNumber\":\"399-60-00001-0\"}", NoticeStatus.DISPATCHED);
        assertThat(others.newest(DispatchNotice.class).getPayload())
                .isEqualTo(new DispatchNotice(Samples.NOTICE_ID, "399-60-00001-0", null));
    }

    @Test
    void recordsTheDelivery() {
        others.on(DeliverNotice.class, command -> RECORDED);
        expect("delivery", null, NoticeStatus.DELIVERED);
    }

    @Test
    void recordsTheReturn() {
        others.on(ReturnNotice.class, command -> RECORDED);
        expect("return", "{\"reason\":\"あて所に尋ねあたりません\"}", NoticeStatus.RETURNED);
        assertThat(others.newest(ReturnNotice.class).getPayload())
                .isEqualTo(new ReturnNotice(Samples.NOTICE_ID, "あて所に尋ねあたりません", null));
    }

    @Test
    void hasItPostedOnceMore() {
        others.on(ResendNotice.class, command -> RECORDED);
        expect("resend", null, NoticeStatus.PREPARED);
    }

    @Test
    void saysThatItIsRecordedIfItCannotBeShownInTime() {
        others.on(DeliverNotice.class, command -> RECORDED);
        others.on(FindNotice.class, query -> {
            throw Refused.because(ErrorCode.READ_MODEL_BEHIND);
        });

        post("delivery", null)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .json("{\"noticeId\":\"" + Samples.NOTICE_ID + "\"}");
    }

    @Test
    void saysThatThereIsNoSuchNotice() {
        others.on(DeliverNotice.class, command -> {
            throw new AggregateNotFoundException(Samples.NOTICE_ID, "no such");
        });

        post("delivery", null)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOTICE_NOT_FOUND");
    }

    private void expect(String operation, @Nullable String body, NoticeStatus status) {
        others.on(FindNotice.class, query -> Optional.of(Samples.notice(status)));
        post(operation, body)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Consistency-Token", RECORDED.token())
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(status.name())
                .jsonPath("$.boxes[0].referenceId")
                .doesNotExist();
        assertThat(others.newest(FindNotice.class).getMetaData()).containsEntry("consistency-token", RECORDED.token());
    }

    private WebTestClient.ResponseSpec post(String operation, @Nullable String body) {
        WebTestClient.RequestBodySpec request =
                as(Role.MAILROOM).post().uri("/api/v1/notices/" + Samples.NOTICE_ID + "/" + operation);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        return request.exchange();
    }
}
