package jp.shomei.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.RequestRevocation;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.Samples;
import jp.shomei.http.access.TerminalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class TerminalRevocationTest extends TerminalTest {
    private static final String REVOCATION = "/api/v1/certificates/" + Samples.REQUEST_ID + "/revocation";
    private static final String LOST = "{\"reason\":\"keyCompromise\"}";

    @BeforeEach
    void recordEverything() {
        others.on(RequestRevocation.class, command -> Samples.recorded());
        others.on(FindCertificate.class, query -> Optional.of(Samples.certificate(CertificateStatus.REVOKED)));
    }

    @Test
    void asksForTheTerminalThatPresentsTheCertificate() {
        revoke(terminal(), LOST)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("REVOKED");

        assertThat(others.newest(RequestRevocation.class).getPayload())
                .isEqualTo(new RequestRevocation(
                        Samples.REQUEST_ID, "keyCompromise", RevocationRequester.TERMINAL, SERIAL, null, null, null));
    }

    @Test
    void sendsTheTerminalAwayOnceItsCertificateIsRevoked() {
        others.on(RequestRevocation.class, command -> {
            authority.accepted.remove(SERIAL);
            return Samples.recorded();
        });
        WebTestClient connected = terminal();
        revoke(connected, LOST).expectStatus().isOk();
        revoke(connected, LOST).expectStatus().isForbidden().expectHeader().valueEquals("Connection", "close");
        assertThat(others.received(RequestRevocation.class)).hasSize(1);
    }

    @Test
    void takesNothingButAReasonFromATerminal() {
        String asOfficersDo = """
                {"reason":"keyCompromise","askedBy":"医事課","askedByPhone":"0312345678","identifiedBy":"折返し電話"}""";
        revoke(terminal(), asOfficersDo)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("askedBy", "askedByPhone", "identifiedBy"));
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void asksNothingForWhoeverPresentsNoCertificate() {
        revoke(stranger(), LOST).expectStatus().isForbidden();
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void saysThatACertificateIsSomebodyElses() {
        others.on(RequestRevocation.class, command -> {
            throw Refused.because(ErrorCode.NOT_YOUR_CERTIFICATE);
        });
        revoke(terminal(), LOST)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_YOUR_CERTIFICATE");
    }

    @Test
    void leavesTheDecisionOnOthersRequestsToOfficers() {
        for (String decision : List.of("/approval", "/refusal")) {
            terminal()
                    .post()
                    .uri(REVOCATION + decision)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"reason\":\"no\"}")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        assertThat(others.heardNothing()).isTrue();
    }

    private static WebTestClient.ResponseSpec revoke(WebTestClient client, String body) {
        return client.post()
                .uri(REVOCATION)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
