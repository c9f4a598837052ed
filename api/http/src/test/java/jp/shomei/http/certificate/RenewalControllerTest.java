package jp.shomei.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.shomei.contracts.certificate.RenewForRequest;
import jp.shomei.contracts.certificate.RenewPkcs12;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class RenewalControllerTest extends HttpTest {
    private static final String PATH = "/api/v1/certificates/" + Samples.REQUEST_ID + "/renewal";
    private static final String PEM = "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n";

    @Test
    void handsOutAPkcs12ForAPassword() {
        others.on(RenewPkcs12.class, command -> Samples.handedOut(new byte[] {0x30, 0}));
        renew("{\"password\":\"1234\"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/x-pkcs12")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("Consistency-Token", Samples.recorded().token())
                .expectBody(byte[].class)
                .isEqualTo(new byte[] {0x30, 0});
        assertThat(others.newest(RenewPkcs12.class).getPayload())
                .isEqualTo(new RenewPkcs12(Samples.REQUEST_ID, "1234", null));
    }

    @Test
    void handsOutPemForARequest() {
        others.on(RenewForRequest.class, command -> Samples.handedOut("pem"));
        renew("{\"csr\":\"request\"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Consistency-Token", Samples.recorded().token())
                .expectHeader()
                .contentType("application/pem-certificate-chain");
        assertThat(others.newest(RenewForRequest.class).getPayload())
                .isEqualTo(new RenewForRequest(Samples.REQUEST_ID, "request", null));
    }

    @Test
    void takesARequestAsABodyInPemOrDer() {
        others.on(RenewForRequest.class, command -> Samples.handedOut("pem"));
        for (byte[] body : List.of(PEM.getBytes(StandardCharsets.US_ASCII), new byte[3])) {
            pkcs10(body).expectStatus().isOk().expectHeader().contentType("application/pem-certificate-chain");
            assertThat(others.newest(RenewForRequest.class).getPayload().csr()).isEqualTo(PEM);
        }
    }

    @Test
    void wantsExactlyOneOfPasswordAndRequest() {
        renew("{}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("password", "csr"));
        renew("{\"csr\":\"request\",\"password\":\"1234\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("NOT_TOGETHER");
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void takesNoRequestBeyondItsLimit() {
        pkcs10(new byte[16 * 1024 + 1]).expectStatus().isEqualTo(413);
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void passesOnWhatIsRefused() {
        others.on(RenewPkcs12.class, command -> {
            throw Refused.because(ErrorCode.RENEWAL_TOO_EARLY, "2024/03/13");
        });
        renew("{\"password\":\"1234\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("RENEWAL_TOO_EARLY");
    }

    private WebTestClient.ResponseSpec renew(String body) {
        return as(Role.INSTITUTION)
                .post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec pkcs10(byte[] body) {
        return as(Role.INSTITUTION)
                .post()
                .uri(PATH)
                .contentType(MediaType.parseMediaType("application/pkcs10"))
                .bodyValue(body)
                .exchange();
    }
}
