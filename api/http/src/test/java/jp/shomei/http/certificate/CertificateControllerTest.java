package jp.shomei.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.certificate.CertificateHistoryView;
import jp.shomei.contracts.certificate.CertificatePage;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.FindCertificateHistory;
import jp.shomei.contracts.certificate.ListCertificates;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;

class CertificateControllerTest extends HttpTest {
    private static final String ONE = "/api/v1/certificates/" + Samples.REQUEST_ID;

    @Test
    void listsTheCertificatesOfAnInstitution() {
        others.on(
                ListCertificates.class,
                query -> new CertificatePage(List.of(Samples.row(CertificateStatus.WAITING_APPROVAL)), "next"));

        as(Role.INSTITUTION)
                .get()
                .uri("/api/v1/certificates?institution=0110100013&cursor=abc&limit=20")
                .header("Consistency-Token", "CERTIFICATE:202109020022911:1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.nextCursor")
                .isEqualTo("next")
                .jsonPath("$.items[0].requestId")
                .isEqualTo(Samples.REQUEST_ID)
                .jsonPath("$.items[0].appliedOn")
                .isEqualTo("2021-09-02")
                .jsonPath("$.items[0].statusLabel")
                .isEqualTo("発行承認待ち")
                .jsonPath("$.items[0].issuedOn")
                .doesNotExist()
                .jsonPath("$.items[0].operations[1]")
                .isEqualTo("CANCEL");

        var asked = others.newest(ListCertificates.class);
        assertThat(asked.getPayload()).isEqualTo(new ListCertificates(InstitutionCode.of("0110100013"), "abc", 20));
        assertThat(asked.getMetaData()).containsEntry("consistency-token", "CERTIFICATE:202109020022911:1");
    }

    @Test
    void takesAnInsurersNumberAndAPageOfFifty() {
        others.on(ListCertificates.class, query -> new CertificatePage(List.of(), null));

        as(Role.AUDITOR)
                .get()
                .uri("/api/v1/certificates?institution=01130012")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"items\":[]}");

        assertThat(others.newest(ListCertificates.class).getPayload())
                .isEqualTo(new ListCertificates(InstitutionCode.of("01130012"), null, 50));
    }

    @Test
    void namesEveryBadParameter() {
        for (String query : List.of(
                "institution=123&limit=0&cursor=" + "x".repeat(201),
                "institution=0110100013%20&limit=201&cursor=" + "x".repeat(3000),
                "institution=%E2%91%A0&limit=9999999999999&cursor=" + "x".repeat(300),
                "limit=-1&cursor=" + "x".repeat(201))) {
            as(Role.OFFICER)
                    .get()
                    .uri(java.net.URI.create("http://127.0.0.1:" + port + "/api/v1/certificates?" + query))
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("INVALID_FIELDS")
                    .jsonPath("$.errors[*].field")
                    .isEqualTo(List.of("institution", "cursor", "limit"));
        }
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void refusesAQueryThatIsNotWellEscaped() {
        as(Role.OFFICER)
                .get()
                .uri(java.net.URI.create("http://127.0.0.1:" + port + "/api/v1/certificates?institution=%FF%FE"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void showsOneCertificate() {
        others.on(FindCertificate.class, query -> Optional.of(Samples.certificate(CertificateStatus.WAITING_APPROVAL)));

        as(Role.INSTITUTION)
                .get()
                .uri(ONE)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.requestId")
                .isEqualTo(Samples.REQUEST_ID)
                .jsonPath("$.row")
                .doesNotExist()
                .jsonPath("$.contact.email")
                .isEqualTo("soumu@example.jp")
                .jsonPath("$.notice.statusLabel")
                .isEqualTo("発送準備中");
    }

    @Test
    void tagsAWaitingApplicationWithWhatADecisionCanBeBoundTo() {
        others.on(FindCertificate.class, query -> Optional.of(Samples.waiting()));

        as(Role.OFFICER)
                .get()
                .uri(ONE)
                .header("If-None-Match", "\"" + Samples.REVIEW + "\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"" + Samples.REVIEW + "\"")
                .expectBody()
                .jsonPath("$.review")
                .isEqualTo(Samples.REVIEW);
    }

    @Test
    void tagsNothingElse() {
        others.on(FindCertificate.class, query -> Optional.of(Samples.certificate(CertificateStatus.ISSUED)));

        as(Role.OFFICER).get().uri(ONE).exchange().expectHeader().doesNotExist("ETag");
    }

    @Test
    void saysThatACertificateDoesNotExist() {
        others.on(FindCertificate.class, query -> Optional.empty());

        for (String id : List.of(Samples.REQUEST_ID, "202113010000001", "1", "20210902002291x", "null")) {
            as(Role.OFFICER)
                    .get()
                    .uri("/api/v1/certificates/" + id)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("CERTIFICATE_NOT_FOUND");
        }
        assertThat(others.received(FindCertificate.class)).hasSize(1);
    }

    @Test
    void showsTheHistoryAsItWasKnownThen() {
        others.on(
                FindCertificateHistory.class,
                query -> Optional.of(new CertificateHistoryView(
                        Samples.REQUEST_ID,
                        List.of(new CertificateHistoryView.RecordedEvent(
                                2,
                                "CertificateCancelled",
                                "1",
                                OffsetDateTime.parse("2021-09-03T10:00:00+09:00"),
                                "the institution",
                                "institution",
                                new CertificateCancelled(Samples.REQUEST_ID, LocalDate.of(2021, 9, 3)))),
                        List.of(),
                        Samples.certificate(CertificateStatus.CANCELLED))));

        as(Role.AUDITOR)
                .get()
                .uri(ONE + "/history?asOf=2021-09-03T12:00:00+09:00")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.events[0].sequence")
                .isEqualTo(2)
                .jsonPath("$.events[0].occurredAt")
                .isEqualTo("2021-09-03T10:00:00+09:00")
                .jsonPath("$.events[0].payload.requestId")
                .isEqualTo(Samples.REQUEST_ID)
                .jsonPath("$.state.status")
                .isEqualTo("CANCELLED");

        assertThat(others.newest(FindCertificateHistory.class).getPayload().asOf())
                .isEqualTo(Instant.parse("2021-09-03T03:00:00Z"));
    }

    @Test
    void readsAnEscapedOffsetToo() {
        others.on(FindCertificateHistory.class, query -> Optional.empty());

        as(Role.AUDITOR)
                .get()
                .uri(java.net.URI.create(
                        "http://127.0.0.1:" + port + ONE + "/history?asOf=2021-09-03T12:00:00%2B09:00"))
                .exchange()
                .expectStatus()
                .isNotFound();

        assertThat(others.newest(FindCertificateHistory.class).getPayload().asOf())
                .isEqualTo(Instant.parse("2021-09-03T03:00:00Z"));
    }

    @Test
    void refusesAnInstantWithoutOffset() {
        as(Role.AUDITOR)
                .get()
                .uri(ONE + "/history?asOf=2021-09-03T12:00:00")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("INSTANT")
                .jsonPath("$.errors[0].message")
                .isEqualTo("基準日時は 2021-03-10T09:00:00+09:00 の形式の日時で入力してください。");
    }
}
