package jp.shomei.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.shomei.contracts.certificate.ApplicationOutcome;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.CountApplications;
import jp.shomei.contracts.certificate.ListOpenDuplicates;
import jp.shomei.contracts.certificate.ReserveRequestId;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class ApplicationControllerTest extends HttpTest {
    private static final InstitutionCode INSTITUTION = InstitutionCode.of("0110100015");
    private static final String FEE = "電子証明書は発行時点で、1件につき1,800円（税込）の発行料が発生します。";

    @BeforeEach
    void takeApplicationsIn() {
        others.on(ReserveRequestId.class, command -> Samples.REQUEST_ID);
        others.on(
                ApplyForCertificate.class,
                command -> new ApplicationOutcome(
                        Samples.recorded(), INSTITUTION, CertificateStatus.WAITING_APPROVAL, 1_800));
        others.on(CountApplications.class, query -> 3);
        others.on(ListOpenDuplicates.class, query -> List.of());
    }

    @Test
    void answersTheRequestIdAndThePopUpOfThePortal() {
        apply("ja")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/v1/certificates/" + Samples.REQUEST_ID)
                .expectHeader()
                .valueEquals("Consistency-Token", "CERTIFICATE:202109020022911:1")
                .expectHeader()
                .valueEquals("Content-Language", "ja")
                .expectBody()
                .jsonPath("$.requestId")
                .isEqualTo(Samples.REQUEST_ID)
                .jsonPath("$.status")
                .isEqualTo("WAITING_APPROVAL")
                .jsonPath("$.statusLabel")
                .isEqualTo("発行承認待ち")
                .jsonPath("$.applications")
                .isEqualTo(3)
                .jsonPath("$.message")
                .isEqualTo("現在の申請件数は 3件（発行済み含む）です。\n" + FEE)
                .jsonPath("$.warnings")
                .isEmpty();
    }

    @Test
    void warnsOfOpenApplicationsForTheSameTerminalAndRefusesNothing() {
        others.on(ListOpenDuplicates.class, query -> List.of("202109010000001", "202109020000007"));

        apply("ja")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.warnings.length()")
                .isEqualTo(1)
                .jsonPath("$.warnings[0].code")
                .isEqualTo("DUPLICATE_APPLICATION")
                .jsonPath("$.warnings[0].message")
                .isEqualTo("同じ端末名称等の申請（リクエストID：202109010000001, 202109020000007）が、ほかにもあります。" + "二重に申請していないか確認してください。")
                .jsonPath("$.warnings[0].requestIds")
                .isEqualTo(List.of("202109010000001", "202109020000007"));
        assertThat(others.newest(ListOpenDuplicates.class).getPayload())
                .isEqualTo(new ListOpenDuplicates(INSTITUTION, "総合受付 端末01", Samples.REQUEST_ID));
    }

    @Test
    void namesTheFirstFewDuplicatesInItsSentence() {
        others.on(ListOpenDuplicates.class, query -> List.of("1", "2", "3", "4", "5", "6"));

        apply("en")
                .expectBody()
                .jsonPath("$.warnings[0].message")
                .isEqualTo(
                        "There are other applications for the same terminal name (request IDs 1, 2, 3, 4, 5 and more)."
                                + " Check that this one was not made twice.")
                .jsonPath("$.warnings[0].requestIds.length()")
                .isEqualTo(6);
    }

    @Test
    void takesTheApplicationInThoughNobodyKnowsOfDuplicates() {
        others.on(ListOpenDuplicates.class, query -> {
            throw Refused.because(ErrorCode.READ_MODEL_BEHIND);
        });

        apply("ja")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.warnings")
                .isEmpty();
    }

    @Test
    void countsWithTheTokenOfTheNewApplicationAndWithoutIt() {
        apply("ja").expectStatus().isCreated();

        var asked = others.newest(CountApplications.class);
        assertThat(asked.getPayload()).isEqualTo(new CountApplications(INSTITUTION, Samples.REQUEST_ID));
        assertThat(asked.getMetaData()).containsEntry("consistency-token", "CERTIFICATE:202109020022911:1");
    }

    @Test
    void saysWhoAppliedAndThroughWhichDoor() {
        apply("ja").expectStatus().isCreated();

        var ordered = others.newest(ApplyForCertificate.class);
        assertThat(ordered.getPayload().requestId()).isEqualTo(Samples.REQUEST_ID);
        assertThat(ordered.getPayload().form().terminalName()).isEqualTo("総合受付 端末01");
        assertThat(Map.copyOf(ordered.getMetaData()))
                .containsEntry("actor", "the institution")
                .containsEntry("role", "institution")
                .containsEntry("channel", "http");
    }

    @Test
    void speaksOfTheFeeAloneAtTheFirstApplication() {
        others.on(CountApplications.class, query -> 0);

        apply("ja")
                .expectBody()
                .jsonPath("$.applications")
                .isEqualTo(0)
                .jsonPath("$.message")
                .isEqualTo(FEE);
    }

    @Test
    void leavesTheNumberOutIfItIsNotKnownInTime() {
        others.on(CountApplications.class, query -> {
            throw Refused.because(ErrorCode.READ_MODEL_BEHIND);
        });

        apply("ja")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.applications")
                .doesNotExist()
                .jsonPath("$.message")
                .isEqualTo(FEE);
    }

    @Test
    void speaksEnglish() {
        apply("en")
                .expectHeader()
                .valueEquals("Content-Language", "en")
                .expectBody()
                .jsonPath("$.message")
                .isEqualTo("There are 3 applications now (issued ones included).\n"
                        + "A fee of 1,800 yen (tax included) arises for each certificate when it is issued.");
    }

    @Test
    void namesEveryBadFieldAndSpendsNoRequestIdOnIt() {
        as(Role.INSTITUTION)
                .post()
                .uri("/api/v1/applications")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                        Samples.APPLICATION.replace("\"0100013\"", "\"100013\"").replace("true", "false"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INVALID_FIELDS")
                .jsonPath("$.errors.length()")
                .isEqualTo(2)
                .jsonPath("$.errors[0].field")
                .isEqualTo("institutionCode")
                .jsonPath("$.errors[0].code")
                .isEqualTo("DIGITS")
                .jsonPath("$.errors[0].message")
                .isEqualTo("医療機関コードは半角数字7桁で入力してください。")
                .jsonPath("$.errors[1].code")
                .isEqualTo("FEE_NOT_ACCEPTED");

        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void tellsTheClerkWhatToFileFirst() {
        others.on(ApplyForCertificate.class, command -> {
            throw Refused.because(ErrorCode.PAYMENT_METHOD_MISSING);
        });

        apply("ja")
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .doesNotExist("Location")
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("オンライン請求の利用申請"));
    }

    private WebTestClient.ResponseSpec apply(String language) {
        return as(Role.INSTITUTION)
                .post()
                .uri("/api/v1/applications")
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Samples.APPLICATION)
                .exchange();
    }
}
