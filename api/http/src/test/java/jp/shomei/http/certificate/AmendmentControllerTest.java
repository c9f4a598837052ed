package jp.shomei.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.ChangeContact;
import jp.shomei.contracts.certificate.ExtendDownloadPeriod;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.ReissueNotice;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class AmendmentControllerTest extends HttpTest {
    private static final String ONE = "/api/v1/certificates/" + Samples.REQUEST_ID;

    @BeforeEach
    void recordEverything() {
        others.on(ChangeContact.class, command -> Samples.recorded());
        others.on(ExtendDownloadPeriod.class, command -> Samples.recorded());
        others.on(ReissueNotice.class, command -> Samples.recorded());
        others.on(FindCertificate.class, query -> Optional.of(Samples.certificate(CertificateStatus.ISSUED)));
    }

    @Test
    void changesWhatIsNamedAndLeavesTheRest() {
        send(Role.INSTITUTION, HttpMethod.PATCH, ONE, "{\"terminalName\":\"受付\",\"phone\":\"0312345679\"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Consistency-Token", "CERTIFICATE:202109020022911:1")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("ISSUED");

        assertThat(others.newest(ChangeContact.class).getPayload())
                .isEqualTo(new ChangeContact(Samples.REQUEST_ID, null, "受付", null, "0312345679"));
    }

    @Test
    void changesNoAddress() {
        send(Role.INSTITUTION, HttpMethod.PATCH, ONE, "{\"address\":\"北海道\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("UNKNOWN");
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void extendsTheDownloadPeriod() {
        send(
                        Role.OFFICER,
                        HttpMethod.POST,
                        ONE + "/download-period",
                        "{\"downloadUntil\":\"2022-03-01\",\"reason\":\"不達\"}")
                .expectStatus()
                .isOk();

        assertThat(others.newest(ExtendDownloadPeriod.class).getPayload())
                .isEqualTo(new ExtendDownloadPeriod(Samples.REQUEST_ID, LocalDate.of(2022, 3, 1), "不達"));
    }

    @Test
    void leavesItToTheDecisionToNameWhatIsMissing() {
        send(Role.OFFICER, HttpMethod.POST, ONE + "/download-period", "{\"downloadUntil\":\"\"}")
                .expectStatus()
                .isOk();

        assertThat(others.newest(ExtendDownloadPeriod.class).getPayload())
                .isEqualTo(new ExtendDownloadPeriod(Samples.REQUEST_ID, null, null));
    }

    @Test
    void namesADayThatIsNone() {
        send(Role.OFFICER, HttpMethod.POST, ONE + "/download-period", "{\"downloadUntil\":\"2022-02-30\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("ダウンロード有効期限は 2021-09-10 の形式の日付で入力してください。");
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void reissuesTheNotice() {
        send(Role.OFFICER, HttpMethod.POST, ONE + "/notice", "{\"reason\":\"紛失\"}")
                .expectStatus()
                .isOk();

        assertThat(others.newest(ReissueNotice.class).getPayload())
                .isEqualTo(new ReissueNotice(Samples.REQUEST_ID, "紛失"));
    }

    @Test
    void saysWhatIsRefused() {
        others.on(ReissueNotice.class, command -> {
            throw Refused.because(ErrorCode.DOWNLOAD_PERIOD_OVER, "2021-09-10");
        });

        send(Role.OFFICER, HttpMethod.POST, ONE + "/notice", "{\"reason\":\"紛失\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DOWNLOAD_PERIOD_OVER");
    }

    @Test
    void knowsNoCertificateByAMalformedId() {
        send(Role.INSTITUTION, HttpMethod.PATCH, "/api/v1/certificates/12", "{}")
                .expectStatus()
                .isNotFound();
        assertThat(others.heardNothing()).isTrue();
    }

    private WebTestClient.ResponseSpec send(Role role, HttpMethod method, String path, String body) {
        return as(role).method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
