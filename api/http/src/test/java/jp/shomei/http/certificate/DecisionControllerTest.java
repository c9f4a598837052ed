package jp.shomei.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.RejectApplication;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class DecisionControllerTest extends HttpTest {
    private static final String ONE = "/api/v1/certificates/" + Samples.REQUEST_ID;

    @Test
    void cancelsAndShowsTheCertificateAsItStandsThen() {
        others.on(CancelApplication.class, command -> Samples.recorded());
        others.on(FindCertificate.class, query -> Optional.of(Samples.certificate(CertificateStatus.CANCELLED)));

        as(Role.INSTITUTION)
                .post()
                .uri(ONE + "/cancellation")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Consistency-Token", "CERTIFICATE:202109020022911:1")
                .expectBody()
                .jsonPath("$.requestId")
                .isEqualTo(Samples.REQUEST_ID)
                .jsonPath("$.status")
                .isEqualTo("CANCELLED");

        assertThat(others.newest(CancelApplication.class).getPayload().requestId())
                .isEqualTo(Samples.REQUEST_ID);
        assertThat(others.newest(FindCertificate.class).getMetaData())
                .containsEntry("consistency-token", "CERTIFICATE:202109020022911:1");
    }

    @Test
    void approves() {
        others.on(ApproveApplication.class, command -> Samples.recorded());
        others.on(FindCertificate.class, query -> Optional.of(Samples.certificate(CertificateStatus.ISSUED)));

        as(Role.OFFICER)
                .post()
                .uri(ONE + "/approval")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("ISSUED");
        assertThat(others.newest(ApproveApplication.class).getMetaData()).containsEntry("role", "officer");
    }

    @Test
    void rejectsWithAReason() {
        others.on(RejectApplication.class, command -> Samples.recorded());
        others.on(FindCertificate.class, query -> Optional.of(Samples.certificate(CertificateStatus.REJECTED)));

        as(Role.OFFICER)
                .post()
                .uri(ONE + "/rejection")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"reason\":\"届出と名称が異なります\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("REJECTED");
        assertThat(others.newest(RejectApplication.class).getPayload().reason()).isEqualTo("届出と名称が異なります");
    }

    @Test
    void bindsADecisionToWhatTheOfficerWasShown() {
        others.on(ApproveApplication.class, command -> Samples.recorded());
        others.on(RejectApplication.class, command -> Samples.recorded());
        others.on(FindCertificate.class, query -> Optional.of(Samples.certificate(CertificateStatus.ISSUED)));
        String tag = "\"" + Samples.REVIEW + "\"";

        approve(tag).expectStatus().isOk();
        as(Role.OFFICER)
                .post()
                .uri(ONE + "/rejection")
                .header("If-Match", tag)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"reason\":\"届出と名称が異なります\"}")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(others.newest(ApproveApplication.class).getPayload())
                .isEqualTo(new ApproveApplication(Samples.REQUEST_ID, Samples.REVIEW));
        assertThat(others.newest(RejectApplication.class).getPayload())
                .isEqualTo(new RejectApplication(Samples.REQUEST_ID, "届出と名称が異なります", Samples.REVIEW));
    }

    @Test
    void bindsADecisionToNothingUnlessAsked() {
        others.on(ApproveApplication.class, command -> Samples.recorded());
        others.on(FindCertificate.class, query -> Optional.of(Samples.certificate(CertificateStatus.ISSUED)));

        approve("*").expectStatus().isOk();
        assertThat(others.newest(ApproveApplication.class).getPayload().review())
                .isNull();
        approve(null).expectStatus().isOk();
        assertThat(others.newest(ApproveApplication.class).getPayload().review())
                .isNull();
    }

    @Test
    void refusesATagThatIsNoneOfOurs() {
        for (String tag : List.of(
                "", "\"\"", Samples.REVIEW, "W/\"" + Samples.REVIEW + "\"", "\"" + Samples.REVIEW + "\", \"x\"")) {
            approve(tag)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("INVALID_REQUEST");
        }
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void refusesADecisionOnWhatHasChanged() {
        others.on(ApproveApplication.class, command -> {
            throw Refused.because(ErrorCode.REVIEW_OUTDATED);
        });

        approve("\"" + Samples.REVIEW + "\"")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REVIEW_OUTDATED");
    }

    @Test
    void namesAMissingReason() {
        others.on(RejectApplication.class, command -> {
            throw new Refused(Refusal.of(List.of(FieldError.of("reason", FieldRule.REQUIRED))));
        });

        as(Role.OFFICER)
                .post()
                .uri(ONE + "/rejection")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("理由を入力してください。");
    }

    @Test
    void saysThatItIsRecordedIfItCannotBeShownInTime() {
        others.on(ApproveApplication.class, command -> Samples.recorded());
        others.on(FindCertificate.class, query -> {
            throw Refused.because(ErrorCode.READ_MODEL_BEHIND);
        });

        as(Role.OFFICER)
                .post()
                .uri(ONE + "/approval")
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueEquals("Consistency-Token", "CERTIFICATE:202109020022911:1")
                .expectBody()
                .json("{\"requestId\":\"202109020022911\"}");
    }

    @Test
    void refusesASecondDecision() {
        others.on(ApproveApplication.class, command -> {
            throw Refused.because(ErrorCode.NOT_WAITING_APPROVAL);
        });

        as(Role.OFFICER)
                .post()
                .uri(ONE + "/approval")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .doesNotExist("Consistency-Token")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_WAITING_APPROVAL");
    }

    @Test
    void knowsNoCertificateByAMalformedId() {
        as(Role.OFFICER)
                .post()
                .uri("/api/v1/certificates/12/approval")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(others.heardNothing()).isTrue();
    }

    private WebTestClient.ResponseSpec approve(@Nullable String ifMatch) {
        WebTestClient.RequestBodySpec request = as(Role.OFFICER).post().uri(ONE + "/approval");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.exchange();
    }
}
