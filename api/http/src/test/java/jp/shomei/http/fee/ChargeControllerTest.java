package jp.shomei.http.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.fee.Charges;
import jp.shomei.contracts.fee.FindCharge;
import jp.shomei.contracts.fee.ListCharges;
import jp.shomei.contracts.fee.ReverseCharge;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;

class ChargeControllerTest extends HttpTest {
    private static final String TOKEN = LedgerSamples.bill(2).token();
    private static final List<String> NO_CHARGES = List.of("nothing", "L-1", "V-V-" + LedgerSamples.CHARGE, "P-N");

    @Test
    void saysWhySomethingIsCharged() {
        others.on(FindCharge.class, query -> Optional.of(LedgerSamples.charge()));

        get(Role.AUDITOR, "/api/v1/charges/" + LedgerSamples.CHARGE)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"chargeId":"L-202109020022911","institution":"0110100013","requestId":"202109020022911",
                         "requestIds":["202109020022911"],"kind":"LICENCE","amount":1500,"taxIncluded":136,
                         "chargedOn":"2021-09-13","method":"DEDUCTION","status":"OVERDUE","statusLabel":"支払期限経過",
                         "billId":"2021-11-0110100013","month":"2021-11","sequence":0,
                         "recordedAt":"2021-09-13T10:00:00+09:00",
                         "cause":{"type":"CertificateIssued","aggregate":"202109020022911","on":"2021-09-13",
                          "generation":1}}""", JsonCompareMode.STRICT);
        assertThat(others.newest(FindCharge.class).getPayload()).isEqualTo(new FindCharge(LedgerSamples.CHARGE));
        assertThat(others.newest(FindCharge.class).getMetaData()).containsEntry("consistency-token", TOKEN);
    }

    @Test
    void listsWhatWasChargedForACertificate() {
        others.on(ListCharges.class, query -> new Charges(List.of(LedgerSamples.charge())));

        get(Role.INSTITUTION, "/api/v1/certificates/" + Samples.REQUEST_ID + "/charges")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].chargeId")
                .isEqualTo(LedgerSamples.CHARGE);
        assertThat(others.newest(ListCharges.class).getPayload()).isEqualTo(new ListCharges(Samples.REQUEST_ID));
        assertThat(others.newest(ListCharges.class).getMetaData()).containsEntry("consistency-token", TOKEN);

        get(Role.BILLING, "/api/v1/certificates/202113020022911/charges")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CERTIFICATE_NOT_FOUND");
        assertThat(others.received(ListCharges.class)).hasSize(1);
    }

    @Test
    void tellsWhySomethingWasTakenBackInsideTheOfficeAlone() {
        others.on(ListCharges.class, query -> new Charges(List.of(LedgerSamples.reversed())));

        for (Role role : List.of(Role.OFFICER, Role.BILLING, Role.AUDITOR)) {
            get(role, "/api/v1/certificates/" + Samples.REQUEST_ID + "/charges")
                    .expectBody()
                    .jsonPath("$.items[0].reversalReason")
                    .isEqualTo("二重に発行したため");
        }
        get(Role.INSTITUTION, "/api/v1/certificates/" + Samples.REQUEST_ID + "/charges")
                .expectBody()
                .jsonPath("$.items[0].reversal")
                .isEqualTo("V-" + LedgerSamples.CHARGE)
                .jsonPath("$.items[0].reversalReason")
                .doesNotExist();
    }

    @Test
    void takesAChargeBackOnTheBillThatHasIt() {
        others.on(FindCharge.class, query -> Optional.of(LedgerSamples.charge()));
        others.on(ReverseCharge.class, command -> LedgerSamples.bill(6));

        reverse(LedgerSamples.CHARGE, "{\"reason\":\"窓口で手渡したため\"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Consistency-Token", LedgerSamples.bill(6).token())
                .expectBody()
                .jsonPath("$.chargeId")
                .isEqualTo(LedgerSamples.CHARGE);
        assertThat(others.newest(ReverseCharge.class).getPayload())
                .isEqualTo(new ReverseCharge(LedgerSamples.BILL, LedgerSamples.CHARGE, "窓口で手渡したため"));
        assertThat(others.received(FindCharge.class))
                .extracting(message -> message.getMetaData().get("consistency-token"))
                .containsExactly(TOKEN, LedgerSamples.bill(6).token());
    }

    @Test
    void hasTakenBackAChargeThatCannotBeShownYet() {
        others.on(FindCharge.class, query -> {
            if (others.received(ReverseCharge.class).isEmpty()) {
                return Optional.of(LedgerSamples.charge());
            }
            throw Refused.because(ErrorCode.READ_MODEL_BEHIND);
        });
        others.on(ReverseCharge.class, command -> LedgerSamples.bill(6));

        reverse(LedgerSamples.CHARGE, "{\"reason\":\"誤り\"}")
                .expectStatus()
                .isEqualTo(202)
                .expectHeader()
                .valueEquals("Consistency-Token", LedgerSamples.bill(6).token())
                .expectBody()
                .json("{\"chargeId\":\"" + LedgerSamples.CHARGE + "\"}");
    }

    @Test
    void takesNothingBackTwice() {
        others.on(FindCharge.class, query -> Optional.of(LedgerSamples.charge()));
        for (ErrorCode code : List.of(ErrorCode.CHARGE_REVERSED, ErrorCode.REVERSAL_IS_FINAL)) {
            others.on(ReverseCharge.class, command -> {
                throw Refused.because(code);
            });
            reverse(LedgerSamples.CHARGE, "{\"reason\":\"誤り\"}")
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo(code.name());
        }
    }

    @Test
    void saysThatThereIsNoSuchCharge() {
        others.on(FindCharge.class, query -> Optional.empty());
        noSuchCharge(LedgerSamples.CHARGE);
        assertThat(others.received(ReverseCharge.class)).isEmpty();

        others.forgetMessages();
        NO_CHARGES.forEach(this::noSuchCharge);
        assertThat(others.heardNothing()).isTrue();
    }

    private void noSuchCharge(String chargeId) {
        for (WebTestClient.ResponseSpec answer :
                List.of(get(Role.BILLING, "/api/v1/charges/" + chargeId), reverse(chargeId, "{\"reason\":\"誤り\"}"))) {
            answer.expectStatus().isNotFound().expectBody().jsonPath("$.code").isEqualTo("CHARGE_NOT_FOUND");
        }
    }

    private WebTestClient.ResponseSpec get(Role role, String path) {
        return as(role).get().uri(path).header("Consistency-Token", TOKEN).exchange();
    }

    private WebTestClient.ResponseSpec reverse(String chargeId, String body) {
        return as(Role.OFFICER)
                .post()
                .uri("/api/v1/charges/" + chargeId + "/reversal")
                .header("Content-Type", "application/json")
                .header("Consistency-Token", TOKEN)
                .bodyValue(body)
                .exchange();
    }
}
