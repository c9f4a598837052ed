package jp.shomei.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.shomei.contracts.certificate.RenewPkcs12;
import jp.shomei.http.Samples;
import jp.shomei.http.TestApplication;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class TerminalAccessTest extends TerminalTest {
    private static final String RENEWAL = "/api/v1/certificates/" + Samples.REQUEST_ID + "/renewal";

    @Test
    void knowsATerminalByItsCertificate() {
        others.on(RenewPkcs12.class, command -> Samples.handedOut(new byte[] {1}));
        renew(terminal()).expectStatus().isOk();
        assertThat(others.newest(RenewPkcs12.class).getPayload())
                .isEqualTo(new RenewPkcs12(Samples.REQUEST_ID, "1234", SERIAL));
        assertThat(others.newest(RenewPkcs12.class).getMetaData())
                .containsEntry("actor", SERIAL)
                .containsEntry("role", "terminal");
    }

    @Test
    void asksAgainAtEveryRequest() {
        others.on(RenewPkcs12.class, command -> Samples.handedOut(new byte[] {1}));
        WebTestClient connected = terminal();
        renew(connected).expectStatus().isOk();
        authority.accepted.clear();
        renew(connected)
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .valueEquals("Connection", "close")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("FORBIDDEN");
        assertThat(others.received(RenewPkcs12.class)).hasSize(1);
    }

    @Test
    void sendsARevokedCertificateAwayAlsoFromWhatIsOpenToAll() {
        authority.accepted.clear();
        terminal()
                .get()
                .uri("/.well-known/est/csrattrs")
                .exchange()
                .expectStatus()
                .isForbidden();
        stranger()
                .get()
                .uri("/.well-known/est/csrattrs")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void knowsNobodyByAToken() {
        for (Role role : List.of(Role.INSTITUTION, Role.OPERATOR, Role.TERMINAL)) {
            WebTestClient withToken = stranger()
                    .mutate()
                    .defaultHeader("Authorization", "Bearer " + TestApplication.token(role))
                    .build();
            renew(withToken).expectStatus().isForbidden();
            withToken.get().uri("/api/v1/clock").exchange().expectStatus().isForbidden();
        }
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void letsATerminalDoOnlyWhatIsForTerminals() {
        for (String path : List.of("/api/v1/clock", "/api/v1/certificates/" + Samples.REQUEST_ID, "/api/v1/nothing")) {
            terminal().get().uri(path).exchange().expectStatus().value(status -> assertThat(status)
                    .isIn(403, 404));
        }
        for (WebTestClient anybody : List.of(terminal(), stranger())) {
            anybody.get().uri("/actuator/health").exchange().expectStatus().isForbidden();
        }
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void cannotBeEnteredByAnyHeaderOnTheMainPort() {
        anybody()
                .post()
                .uri(RENEWAL)
                .header("X-Test-Presented", "yes")
                .header("X-Client-Cert", "anything")
                .header("Forwarded", "for=192.0.2.1;proto=https")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"password\":\"1234\"}")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private static WebTestClient.ResponseSpec renew(WebTestClient client) {
        return client.post()
                .uri(RENEWAL)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"password\":\"1234\"}")
                .exchange();
    }
}
