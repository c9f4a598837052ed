package jp.shomei.http.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.FindInstitution;
import jp.shomei.contracts.institution.InstitutionView;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.RegistrationOutcome;
import jp.shomei.contracts.institution.ScoreTable;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class InstitutionControllerTest extends HttpTest {
    @Test
    void filesARegistration() {
        answer(RegistrationOutcome.Change.REGISTERED, true);

        put("0110100013", Samples.REGISTRATION)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Consistency-Token", "INSTITUTION:0110100013:0")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("0110100013")
                .jsonPath("$.change")
                .isEqualTo("REGISTERED")
                .jsonPath("$.checkDigitValid")
                .isEqualTo(true)
                .jsonPath("$.warning")
                .doesNotExist();

        assertThat(others.newest(RegisterInstitution.class).getPayload().form().founder())
                .isEqualTo("基金　太郎");
    }

    @Test
    void showsWhatIsOnFile() {
        others.on(
                FindInstitution.class,
                query -> Optional.of(new InstitutionView(
                        query.code(),
                        "証明クリニック",
                        Category.MEDICAL_INSTITUTION,
                        Prefecture.HOKKAIDO,
                        ScoreTable.MEDICAL,
                        "0600001",
                        "北海道札幌市中央区北一条西1-1",
                        "証明　太郎",
                        "0112345678",
                        null,
                        true)));

        as(Role.OFFICER)
                .get()
                .uri("/api/v1/institutions/0110100013")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("0110100013")
                .jsonPath("$.category")
                .isEqualTo("1")
                .jsonPath("$.prefecture")
                .isEqualTo("01")
                .jsonPath("$.paymentMethod")
                .doesNotExist();
    }

    @Test
    void saysThatNothingIsOnFile() {
        others.on(FindInstitution.class, query -> Optional.empty());

        as(Role.OPERATOR)
                .get()
                .uri("/api/v1/institutions/0110100013")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INSTITUTION_NOT_FOUND");
    }

    @Test
    void answersOkToAChangeAndToNone() {
        answer(RegistrationOutcome.Change.CHANGED, true);
        put("0110100013", Samples.REGISTRATION).expectStatus().isOk();
        answer(RegistrationOutcome.Change.UNCHANGED, true);
        put("0110100013", Samples.REGISTRATION).expectStatus().isOk();
    }

    @Test
    void warnsOfAWrongCheckDigit() {
        answer(RegistrationOutcome.Change.REGISTERED, false);

        put("0110100015", Samples.REGISTRATION)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.checkDigitValid")
                .isEqualTo(false)
                .jsonPath("$.warning")
                .value(String.class, warning -> assertThat(warning).contains("担当者が審査します"));
    }

    @Test
    void namesEveryBadFieldTheCodeIncluded() {
        put("123", Samples.REGISTRATION.replace("0600001", "06"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("code")
                .jsonPath("$.errors[0].message")
                .isEqualTo("医療機関コード（保険者番号）は半角数字10桁で入力してください。")
                .jsonPath("$.errors[1].message")
                .isEqualTo("郵便番号は半角数字7桁で入力してください。");
        assertThat(others.heardNothing()).isTrue();
    }

    private void answer(RegistrationOutcome.Change change, boolean checkDigitValid) {
        others.on(
                RegisterInstitution.class,
                command -> new RegistrationOutcome(
                        new Recorded(Recorded.Kind.INSTITUTION, command.code(), 0), change, checkDigitValid));
    }

    private WebTestClient.ResponseSpec put(String code, String body) {
        return as(Role.OPERATOR)
                .put()
                .uri("/api/v1/institutions/" + code)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
