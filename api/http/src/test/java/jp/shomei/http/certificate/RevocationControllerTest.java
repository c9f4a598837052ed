package jp.shomei.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.certificate.ApproveRevocation;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.DeclineRevocation;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.RequestRevocation;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class RevocationControllerTest extends HttpTest {
    private static final String REVOCATION = "/api/v1/certificates/" + Samples.REQUEST_ID + "/revocation";
    private static final String LOST = "{\"reason\":\"keyCompromise\"}";
    private static final String BY_TELEPHONE = """
            {"reason":"keyCompromise","askedBy":"医事課","askedByPhone":"0312345678","identifiedBy":"折返し電話"}""";

    @BeforeEach
    void recordEverything() {
        others.on(RequestRevocation.class, command -> Samples.recorded());
        others.on(ApproveRevocation.class, command -> Samples.recorded());
        others.on(DeclineRevocation.class, command -> Samples.recorded());
        others.on(FindCertificate.class, query -> Optional.of(Samples.certificate(CertificateStatus.REVOKED)));
    }

    @Test
    void asksForAnInstitution() {
        post(Role.INSTITUTION, "", LOST)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Consistency-Token", "CERTIFICATE:202109020022911:1")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("REVOKED");

        assertThat(others.newest(RequestRevocation.class).getPayload())
                .isEqualTo(new RequestRevocation(
                        Samples.REQUEST_ID, "keyCompromise", RevocationRequester.INSTITUTION, null, null, null, null));
    }

    @Test
    void asksForAnOfficerWhoActsForSomebodyElse() {
        post(Role.OFFICER, "", BY_TELEPHONE).expectStatus().isOk();

        assertThat(others.newest(RequestRevocation.class).getPayload())
                .isEqualTo(new RequestRevocation(
                        Samples.REQUEST_ID,
                        "keyCompromise",
                        RevocationRequester.OFFICER,
                        null,
                        "医事課",
                        "0312345678",
                        "折返し電話"));
    }

    @Test
    void takesNothingButAReasonFromAnInstitution() {
        post(Role.INSTITUTION, "", BY_TELEPHONE)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("askedBy", "askedByPhone", "identifiedBy"))
                .jsonPath("$.errors[0].message")
                .isEqualTo("申出者を入力できるのは、申出を受けた担当者だけです。この項目を除いて送信してください。");
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void approves() {
        post(Role.OFFICER, "/approval", null).expectStatus().isOk();

        assertThat(others.newest(ApproveRevocation.class).getPayload())
                .isEqualTo(new ApproveRevocation(Samples.REQUEST_ID));
    }

    @Test
    void declinesWithAReason() {
        post(Role.OFFICER, "/refusal", "{\"reason\":\"本人確認ができません\"}")
                .expectStatus()
                .isOk();

        assertThat(others.newest(DeclineRevocation.class).getPayload())
                .isEqualTo(new DeclineRevocation(Samples.REQUEST_ID, "本人確認ができません"));
    }

    @Test
    void saysThatItIsRecordedIfItCannotBeShownInTime() {
        others.on(FindCertificate.class, query -> {
            throw Refused.because(ErrorCode.READ_MODEL_BEHIND);
        });

        post(Role.INSTITUTION, "", LOST)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .json("{\"requestId\":\"202109020022911\"}");
    }

    @Test
    void saysWhatIsRefused() {
        others.on(RequestRevocation.class, command -> {
            throw Refused.because(ErrorCode.ALREADY_REVOKED);
        });

        post(Role.INSTITUTION, "", LOST)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ALREADY_REVOKED");
    }

    private WebTestClient.ResponseSpec post(Role role, String path, @Nullable String body) {
        WebTestClient.RequestBodySpec request = as(role).post().uri(REVOCATION + path);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        return request.exchange();
    }
}
