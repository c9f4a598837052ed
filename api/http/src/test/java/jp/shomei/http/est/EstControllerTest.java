package jp.shomei.http.est;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.DownloadForRequest;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import jp.shomei.contracts.certificate.RenewForRequest;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.SampleCertificates;
import jp.shomei.http.Samples;
import jp.shomei.http.access.TerminalTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class EstControllerTest extends TerminalTest {
    private static final String EST = "/.well-known/est/";
    private static final String PEM = "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n";
    private static final String ISSUED = SampleCertificates.PEM + SampleCertificates.PEM;

    @Test
    void tellsTheAuthoritysCertificates() throws Exception {
        String encoded = Base64.getEncoder().encodeToString(CERTIFICATE.getEncoded());
        others.on(FindAuthorityCertificates.class, query -> new AuthorityCertificatesView(encoded, encoded));
        byte[] answer = stranger()
                .get()
                .uri(EST + "cacerts")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pkcs7-mime;smime-type=certs-only")
                .expectHeader()
                .valueEquals("Content-Transfer-Encoding", "base64")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(certificates(Objects.requireNonNull(answer))).isNotEmpty().containsOnly(CERTIFICATE);
    }

    @Test
    void enrolsWithTheIdsOnTheNotice() throws Exception {
        others.on(DownloadForRequest.class, command -> Samples.handedOut(ISSUED));
        byte[] answer = enroll(Samples.REQUEST_ID + ":AB12-CD34", "AA\r\n AA\n")
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(certificates(Objects.requireNonNull(answer))).containsExactly(CERTIFICATE);
        assertThat(others.newest(DownloadForRequest.class).getPayload())
                .isEqualTo(new DownloadForRequest(Samples.REQUEST_ID, "AB12-CD34", PEM, "127.0.0.1"));
        assertThat(others.newest(DownloadForRequest.class).getMetaData()).containsEntry("actor", "notice-bearer");
    }

    @Test
    void takesARequestInBinaryIfItIsCalledSo() {
        others.on(DownloadForRequest.class, command -> Samples.handedOut(ISSUED));
        stranger()
                .post()
                .uri(EST + "simpleenroll")
                .header("Authorization", basic(Samples.REQUEST_ID + ":AB12-CD34"))
                .header("Content-Transfer-Encoding", "binary")
                .contentType(MediaType.parseMediaType("application/pkcs10"))
                .bodyValue(new byte[3])
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(others.newest(DownloadForRequest.class).getPayload().csr()).isEqualTo(PEM);
    }

    @Test
    void asksForTheIdsOnTheNoticeWhenTheyAreMissingOrWrong() {
        others.on(DownloadForRequest.class, command -> {
            throw Refused.because(ErrorCode.DOWNLOAD_REFUSED);
        });
        for (String credentials : List.of("", "nobody:nothing", Samples.REQUEST_ID + ":wrong", "no colon")) {
            enroll(credentials, "AAAA")
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .valueMatches("WWW-Authenticate", "Basic realm=.*")
                    .expectHeader()
                    .contentTypeCompatibleWith(MediaType.TEXT_PLAIN);
        }
        assertThat(others.received(DownloadForRequest.class)).hasSize(1);
    }

    @Test
    void tellsErrorsInPlainText() {
        String wrong = enroll(Samples.REQUEST_ID + ":AB12-CD34", "!!!!")
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType("text/plain;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(wrong).contains("INVALID_FIELDS").contains("PKCS#10");
        enroll(Samples.REQUEST_ID + ":AB12-CD34", "A".repeat(16 * 1024 + 1))
                .expectStatus()
                .isEqualTo(413);
        stranger()
                .post()
                .uri(EST + "simpleenroll")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_PLAIN);
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void renewsWhatTheTerminalPresents() throws Exception {
        others.on(RenewForRequest.class, command -> Samples.handedOut(ISSUED));
        byte[] answer = reenroll(terminal())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Consistency-Token", Samples.recorded().token())
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(certificates(Objects.requireNonNull(answer))).containsExactly(CERTIFICATE);
        assertThat(others.newest(RenewForRequest.class).getPayload())
                .isEqualTo(new RenewForRequest(Samples.REQUEST_ID, PEM, SERIAL));
    }

    @Test
    void renewsNothingForAnotherSubjectAnotherAuthorityOrNobody() {
        authority.namedAlike = false;
        reenroll(terminal()).expectStatus().isBadRequest();
        authority.namedAlike = true;
        authority.requestId = Optional.empty();
        reenroll(terminal()).expectStatus().isForbidden();
        reenroll(stranger()).expectStatus().isForbidden();
        assertThat(others.heardNothing()).isTrue();
    }

    private WebTestClient.ResponseSpec enroll(String credentials, String body) {
        return stranger()
                .post()
                .uri(EST + "simpleenroll")
                .headers(headers -> {
                    if (!credentials.isEmpty()) {
                        headers.set("Authorization", basic(credentials));
                    }
                })
                .header("Content-Transfer-Encoding", "base64")
                .contentType(MediaType.parseMediaType("application/pkcs10"))
                .bodyValue(body.getBytes(StandardCharsets.US_ASCII))
                .exchange();
    }

    private static WebTestClient.ResponseSpec reenroll(WebTestClient client) {
        return client.post()
                .uri(EST + "simplereenroll")
                .contentType(MediaType.parseMediaType("application/pkcs10"))
                .bodyValue("AAAA".getBytes(StandardCharsets.US_ASCII))
                .exchange();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static List<X509Certificate> certificates(byte[] answer) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(
                        new ByteArrayInputStream(Base64.getMimeDecoder().decode(answer)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }
}
