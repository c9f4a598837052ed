package jp.shomei.http.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.mail.FindMail;
import jp.shomei.contracts.mail.ListMails;
import jp.shomei.contracts.mail.MailKind;
import jp.shomei.contracts.mail.MailPage;
import jp.shomei.contracts.mail.MailState;
import jp.shomei.contracts.mail.MailView;
import jp.shomei.contracts.mail.ResendMail;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class MailControllerTest extends HttpTest {
    private static final String MAIL = "/api/v1/mails/5c4e1f0a-event";

    @Test
    void listsMailsByStateAndCertificate() {
        others.on(ListMails.class, query -> new MailPage(List.of(mail(MailState.GIVEN_UP, null)), "next"));

        as(Role.OFFICER)
                .get()
                .uri("/api/v1/mails?state=GIVEN_UP&requestId=" + Samples.REQUEST_ID + "&cursor=abc&limit=20")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.nextCursor")
                .isEqualTo("next")
                .jsonPath("$.items[0].mailId")
                .isEqualTo("5c4e1f0a-event")
                .jsonPath("$.items[0].kind")
                .isEqualTo("CERTIFICATE_EXPIRES")
                .jsonPath("$.items[0].state")
                .isEqualTo("GIVEN_UP")
                .jsonPath("$.items[0].recordedAt")
                .isEqualTo("2024-03-27T00:30:00+09:00")
                .jsonPath("$.items[0].lastReply")
                .isEqualTo("550 no such user")
                .jsonPath("$.items[0].text")
                .doesNotExist();

        assertThat(others.newest(ListMails.class).getPayload())
                .isEqualTo(new ListMails(MailState.GIVEN_UP, Samples.REQUEST_ID, "abc", 20));
    }

    @Test
    void listsEveryMailIfNothingIsAskedFor() {
        others.on(ListMails.class, query -> new MailPage(List.of(), null));

        as(Role.AUDITOR).get().uri("/api/v1/mails").exchange().expectStatus().isOk();

        assertThat(others.newest(ListMails.class).getPayload()).isEqualTo(new ListMails(null, null, null, 50));
    }

    @Test
    void namesEveryBadParameter() {
        as(Role.OFFICER)
                .get()
                .uri("/api/v1/mails?state=LOST&requestId=12&limit=0")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INVALID_FIELDS")
                .jsonPath("$.errors[0].field")
                .isEqualTo("state")
                .jsonPath("$.errors[0].message")
                .isEqualTo("状態は次のいずれかを指定してください：WAITING, SENT, GIVEN_UP")
                .jsonPath("$.errors[1].field")
                .isEqualTo("requestId")
                .jsonPath("$.errors[2].field")
                .isEqualTo("limit");
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void showsOneMailWithItsText() {
        others.on(FindMail.class, query -> Optional.of(mail(MailState.SENT, "総務課 様\n")));

        as(Role.OFFICER)
                .get()
                .uri(MAIL)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.text")
                .isEqualTo("総務課 様\n");
        assertThat(others.newest(FindMail.class).getPayload()).isEqualTo(new FindMail("5c4e1f0a-event"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "a_b", "'or'1"})
    void doesNotFindAMailThatThereIsNot(String mailId) {
        others.on(FindMail.class, query -> Optional.empty());

        as(Role.OFFICER)
                .get()
                .uri(java.net.URI.create("http://127.0.0.1:" + port + "/api/v1/mails/" + mailId))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void hasAMailTriedAgain() {
        others.on(ResendMail.class, command -> mail(MailState.WAITING, "総務課 様\n"));

        resend("{\"recipient\": \"soumu@example.jp\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("WAITING");
        var ordered = others.newest(ResendMail.class);
        assertThat(ordered.getPayload()).isEqualTo(new ResendMail("5c4e1f0a-event", "soumu@example.jp"));
        assertThat(ordered.getMetaData()).containsEntry("actor", "the officer");
    }

    @Test
    void keepsTheRecipientIfNoneIsNamed() {
        others.on(ResendMail.class, command -> mail(MailState.WAITING, "総務課 様\n"));

        resend("{}").expectStatus().isOk();
        assertThat(others.newest(ResendMail.class).getPayload()).isEqualTo(new ResendMail("5c4e1f0a-event", null));
    }

    @Test
    void tellsThatAMailWasNotGivenUp() {
        others.on(ResendMail.class, command -> {
            throw Refused.because(ErrorCode.MAIL_NOT_GIVEN_UP);
        });

        resend("{}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MAIL_NOT_GIVEN_UP");
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec resend(String body) {
        return as(Role.OFFICER)
                .post()
                .uri(MAIL + "/resend")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static MailView mail(MailState state, @Nullable String text) {
        return new MailView(
                "5c4e1f0a-event",
                MailKind.CERTIFICATE_EXPIRES,
                Samples.REQUEST_ID,
                "nobody@example.jp",
                "【電子証明書 有効期限のお知らせ】",
                text,
                OffsetDateTime.parse("2024-03-27T00:30:00+09:00"),
                state,
                1,
                null,
                state == MailState.GIVEN_UP ? "550 no such user" : null,
                null,
                null);
    }
}
