package jp.shomei.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.Finding;
import jp.shomei.contracts.certificate.ListRevocationRequests;
import jp.shomei.contracts.certificate.ListWaitingApplications;
import jp.shomei.contracts.certificate.RevocationRequestPage;
import jp.shomei.contracts.certificate.RevocationRequestView;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.WaitingApplicationPage;
import jp.shomei.contracts.certificate.WaitingApplicationView;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.ScoreTable;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;

class WaitingControllerTest extends HttpTest {
    private static final OffsetDateTime SINCE = OffsetDateTime.parse("2021-09-02T10:00:00+09:00");
    private static final Contact CONTACT = new Contact("総務部", "0312345678", "soumu@example.jp");

    @Test
    void listsTheApplicationsThatWait() {
        Application application = new Application(
                InstitutionCode.of("0110100013"),
                Category.MEDICAL_INSTITUTION,
                Prefecture.HOKKAIDO,
                ScoreTable.MEDICAL,
                "テスト医院",
                CONTACT,
                "総合受付 端末01");
        others.on(
                ListWaitingApplications.class,
                query -> new WaitingApplicationPage(
                        List.of(new WaitingApplicationView(
                                Samples.REQUEST_ID,
                                SINCE,
                                application,
                                null,
                                List.of(new Finding(Finding.Kind.NAME_DIFFERS, "テスト病院", "テスト医院")),
                                List.of("202109010000001"),
                                false,
                                Samples.REVIEW)),
                        "next"));

        as(Role.OFFICER)
                .get()
                .uri("/api/v1/applications?cursor=abc&limit=20")
                .header("Consistency-Token", "CERTIFICATE:202109020022911:1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.nextCursor")
                .isEqualTo("next")
                .jsonPath("$.items[0].appliedAt")
                .isEqualTo("2021-09-02T10:00:00+09:00")
                .jsonPath("$.items[0].application.category")
                .isEqualTo("1")
                .jsonPath("$.items[0].filed")
                .doesNotExist()
                .jsonPath("$.items[0].findings[0].kind")
                .isEqualTo("NAME_DIFFERS")
                .jsonPath("$.items[0].duplicates[0]")
                .isEqualTo("202109010000001")
                .jsonPath("$.items[0].review")
                .isEqualTo(Samples.REVIEW);

        var asked = others.newest(ListWaitingApplications.class);
        assertThat(asked.getPayload()).isEqualTo(new ListWaitingApplications("abc", 20));
        assertThat(asked.getMetaData()).containsEntry("consistency-token", "CERTIFICATE:202109020022911:1");
    }

    @Test
    void listsTheRequestsToRevokeThatWait() {
        others.on(
                ListRevocationRequests.class,
                query -> new RevocationRequestPage(
                        List.of(new RevocationRequestView(
                                Samples.REQUEST_ID,
                                SINCE,
                                "0110100013",
                                "総合受付 端末01",
                                "keyCompromise",
                                RevocationRequester.OFFICER,
                                CONTACT,
                                "折返し電話")),
                        null));

        as(Role.OFFICER)
                .get()
                .uri("/api/v1/revocations")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].reason")
                .isEqualTo("keyCompromise")
                .jsonPath("$.items[0].requester")
                .isEqualTo("OFFICER")
                .jsonPath("$.items[0].askedBy.name")
                .isEqualTo("総務部")
                .jsonPath("$.nextCursor")
                .doesNotExist();

        assertThat(others.newest(ListRevocationRequests.class).getPayload())
                .isEqualTo(new ListRevocationRequests(null, 50));
    }

    @Test
    void namesEveryBadParameter() {
        for (String path : List.of("/api/v1/applications", "/api/v1/revocations")) {
            as(Role.OFFICER)
                    .get()
                    .uri(path + "?limit=0&cursor=" + "x".repeat(201))
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[*].field")
                    .isEqualTo(List.of("cursor", "limit"));
        }
        assertThat(others.heardNothing()).isTrue();
    }
}
