package jp.shomei.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.shomei.contracts.certificate.DownloadForRequest;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class DownloadControllerTest extends HttpTest {
    @Test
    void handsThePkcs12Out() {
        others.on(DownloadPkcs12.class, command -> Samples.handedOut(new byte[] {0x30, 0, (byte) 0xFF}));

        download("/download/p12", "\"password\":\"1234\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/x-pkcs12")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"202109020022911.p12\"")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("Consistency-Token", Samples.recorded().token())
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody(byte[].class)
                .isEqualTo(new byte[] {0x30, 0, (byte) 0xFF});

        assertThat(others.newest(DownloadPkcs12.class).getPayload())
                .isEqualTo(new DownloadPkcs12(Samples.REQUEST_ID, "AB12-CD34", "1234", "127.0.0.1"));
        assertThat(others.newest(DownloadPkcs12.class).getMetaData())
                .containsEntry("channel", "http")
                .containsEntry("actor", "notice-bearer");
    }

    @Test
    void handsThePemOut() {
        others.on(DownloadForRequest.class, command -> Samples.handedOut("-----BEGIN CERTIFICATE-----\n"));

        download("/download/csr", "\"csr\":\"-----BEGIN CERTIFICATE REQUEST-----\\n\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pem-certificate-chain")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("Consistency-Token", Samples.recorded().token())
                .expectBody(byte[].class)
                .isEqualTo("-----BEGIN CERTIFICATE-----\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(others.newest(DownloadForRequest.class).getPayload().csr())
                .isEqualTo("-----BEGIN CERTIFICATE REQUEST-----\n");
    }

    @Test
    void namesEveryMissingField() {
        for (String path : List.of("p12", "csr")) {
            anybody()
                    .post()
                    .uri("/download/" + path)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{}")
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("INVALID_FIELDS")
                    .jsonPath("$.errors[*].field")
                    .isEqualTo(List.of("requestId", "referenceId", path.equals("p12") ? "password" : "csr"))
                    .jsonPath("$.errors[0].message")
                    .isEqualTo("リクエストIDを入力してください。");
        }
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void refusesWrongIdsWithoutSayingWhichOne() {
        others.on(DownloadPkcs12.class, command -> {
            throw Refused.because(ErrorCode.DOWNLOAD_REFUSED);
        });

        download("/download/p12", "\"password\":\"1234\"")
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .doesNotExist("WWW-Authenticate")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DOWNLOAD_REFUSED");
    }

    @Test
    void namesWhatIsLongerThanTheDownloadDeskTakes() {
        for (var tooLong : Map.of("password", 64, "csr", 16384).entrySet()) {
            download(
                            tooLong.getKey().equals("csr") ? "/download/csr" : "/download/p12",
                            "\"%s\":\"%s\"".formatted(tooLong.getKey(), "1".repeat(tooLong.getValue() + 1)))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("TOO_LONG")
                    .jsonPath("$.errors[0].message")
                    .value(String.class, message -> assertThat(message).contains(tooLong.getValue() + "文字以内"));
        }
        assertThat(others.heardNothing()).isTrue();
    }

    private WebTestClient.ResponseSpec download(String path, String more) {
        return anybody()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"requestId\":\"" + Samples.REQUEST_ID + "\",\"referenceId\":\"AB12-CD34\"," + more + "}")
                .exchange();
    }
}
