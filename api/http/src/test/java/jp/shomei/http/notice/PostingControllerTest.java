package jp.shomei.http.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.DeliverNotice;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.contracts.notice.PostingOutcome;
import jp.shomei.contracts.notice.RecordAddresseeContacted;
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
    private static final PostingOutcome OUTCOME = new PostingOutcome(RECORDED, true);

    @Test
    void recordsThePosting() {
        others.on(DispatchNotice.class, command -> OUTCOME);
        expect("dispatch", "{\"trackingNumber\":\"399-60-00001-0\"}", NoticeStatus.DISPATCHED);
        assertThat(others.newest(DispatchNotice.class).getPayload())
                .isEqualTo(new DispatchNotice(Samples.NOTICE_ID, "399-60-00001-0", null));
    }

    @Test
    void recordsTheDelivery() {
        others.on(DeliverNotice.class, command -> OUTCOME);
        for (String body : new String[] {null, "{}", "{\"on\":null}"}) {
            expect("delivery", body, NoticeStatus.DELIVERED);
            assertThat(others.newest(DeliverNotice.class).getPayload())
                    .isEqualTo(new DeliverNotice(Samples.NOTICE_ID, null));
        }
    }

    @Test
    void recordsTheReturn() {
        others.on(ReturnNotice.class, command -> OUTCOME);
        expect("return", "{\"reason\":\"あて所に尋ねあたりません\"}", NoticeStatus.RETURNED);
        assertThat(others.newest(ReturnNotice.class).getPayload())
                .isEqualTo(new ReturnNotice(Samples.NOTICE_ID, "あて所に尋ねあたりません", null));
    }

    @Test
    void takesTheDayOnWhichItHappened() {
        LocalDate day = LocalDate.of(2021, 9, 14);
        others.on(DispatchNotice.class, command -> OUTCOME);
        others.on(DeliverNotice.class, command -> OUTCOME);
        others.on(ReturnNotice.class, command -> OUTCOME);

        expect("dispatch", "{\"trackingNumber\":\"39960000010\",\"on\":\"2021-09-14\"}", NoticeStatus.DISPATCHED);
        expect("delivery", "{\"on\":\"2021-09-14\"}", NoticeStatus.DELIVERED);
        expect("return", "{\"reason\":\"受取拒否\",\"on\":\"2021-09-14\"}", NoticeStatus.RETURNED);

        assertThat(others.newest(DispatchNotice.class).getPayload().on()).isEqualTo(day);
        assertThat(others.newest(DeliverNotice.class).getPayload().on()).isEqualTo(day);
        assertThat(others.newest(ReturnNotice.class).getPayload().on()).isEqualTo(day);
    }

    @Test
    void refusesADayThatIsNone() {
        for (String operation : List.of("dispatch", "delivery", "return")) {
            post(operation, "{\"on\":\"2021-02-30\"}")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("on")
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("DATE");
        }
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void hasItPostedOnceMore() {
        others.on(ResendNotice.class, command -> RECORDED);
        expect("resend", null, NoticeStatus.PREPARED);
    }

    @Test
    void recordsThatAnOfficerContactedTheAddressee() {
        others.on(RecordAddresseeContacted.class, command -> RECORDED);
        others.on(FindNotice.class, query -> Optional.of(Samples.notice(NoticeStatus.RETURNED)));

        as(Role.OFFICER)
                .post()
                .uri("/api/v1/notices/" + Samples.NOTICE_ID + "/contact")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"means\":\"PHONE\",\"outcome\":\"移転先を確認した\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Consistency-Token", RECORDED.token())
                .expectBody()
                .jsonPath("$.contacts[0].means")
                .isEqualTo("PHONE")
                .jsonPath("$.contacts[0].on")
                .isEqualTo("2021-09-24");
        assertThat(others.newest(RecordAddresseeContacted.class).getPayload())
                .isEqualTo(new RecordAddresseeContacted(Samples.NOTICE_ID, "PHONE", "移転先を確認した"));
    }

    @Test
    void saysThatItIsRecordedIfItCannotBeShownInTime() {
        others.on(DeliverNotice.class, command -> OUTCOME);
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
