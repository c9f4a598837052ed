package jp.shomei.http.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.fee.BalanceView;
import jp.shomei.contracts.fee.BillPage;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.FindBalance;
import jp.shomei.contracts.fee.FindBill;
import jp.shomei.contracts.fee.ListBills;
import jp.shomei.contracts.fee.ListInstitutionBills;
import jp.shomei.contracts.fee.RenderSlip;
import jp.shomei.contracts.fee.SlipDocument;
import jp.shomei.contracts.fee.WriteOffFee;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.access.Role;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;

class BillControllersTest extends HttpTest {
    private static final String TOKEN = LedgerSamples.bill(2).token();
    private static final List<String> NO_BILLS =
            List.of("nothing", "2021-13-0110100013", "2021-11-011010001", "2021-11-0110100013x");

    @Test
    void listsTheBillsOfAMonth() {
        others.on(ListBills.class, query -> new BillPage(List.of(LedgerSamples.row()), "0110100013"));

        get(Role.AUDITOR, "/api/v1/ledgers/2021-11/bills?status=OVERDUE&cursor=0110100012&limit=200")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"items":[{"billId":"2021-11-0110100013","month":"2021-11","institution":"0110100013",
                          "prefecture":"01","method":"DEDUCTION","status":"OVERDUE","statusLabel":"支払期限経過",
                          "amount":1500,"outstanding":1500}],
                         "nextCursor":"0110100013"}""", JsonCompareMode.STRICT);
        assertThat(others.newest(ListBills.class).getPayload())
                .isEqualTo(new ListBills(LedgerSamples.MONTH, BillStatus.OVERDUE, "0110100012", 200));
        assertThat(others.newest(ListBills.class).getMetaData()).containsEntry("consistency-token", TOKEN);

        get(Role.BILLING, "/api/v1/ledgers/2021-11/bills");
        assertThat(others.newest(ListBills.class).getPayload())
                .isEqualTo(new ListBills(LedgerSamples.MONTH, null, null, 50));
    }

    @Test
    void namesEveryParameterThatIsNotRight() {
        get(Role.BILLING, "/api/v1/ledgers/2021-11/bills?status=LOST&limit=201")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("status", "limit"))
                .jsonPath("$.errors[0].message")
                .value(message ->
                        assertThat(message).asString().startsWith("収納状況").contains("OVERDUE"));
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void showsTheTrialBalance() {
        others.on(FindBalance.class, query -> new BalanceView(query.month(), LedgerSamples.accounts(), 0));
        get(Role.AUDITOR, "/api/v1/ledgers/2021-11/balance")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"month":"2021-11","accounts":{"RECEIVABLE":1500,"FEES":-1364,"TAX":-136},"total":0}""", JsonCompareMode.STRICT);
        assertThat(others.newest(FindBalance.class).getMetaData()).containsEntry("consistency-token", TOKEN);
    }

    @Test
    void listsTheBillsOfAnInstitution() {
        others.on(ListInstitutionBills.class, query -> new BillPage(List.of(LedgerSamples.row()), null));

        get(Role.INSTITUTION, "/api/v1/institutions/01990019/bills?limit=3&cursor=2021-12")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].billId")
                .isEqualTo(LedgerSamples.BILL)
                .jsonPath("$.nextCursor")
                .doesNotExist();
        assertThat(others.newest(ListInstitutionBills.class).getPayload())
                .isEqualTo(new ListInstitutionBills(InstitutionCode.of("01990019"), "2021-12", 3));
        assertThat(others.newest(ListInstitutionBills.class).getMetaData()).containsEntry("consistency-token", TOKEN);

        others.forgetMessages();
        get(Role.OFFICER, "/api/v1/institutions/019900190/bills")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INSTITUTION_NOT_FOUND");
        get(Role.OFFICER, "/api/v1/institutions/01990019/bills?limit=0")
                .expectStatus()
                .isBadRequest();
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void showsTheReasonsOfOfficersInsideTheOfficeAlone() {
        others.on(FindBill.class, query -> Optional.of(LedgerSamples.writtenOff()));

        for (Role role : List.of(Role.OFFICER, Role.BILLING)) {
            get(role, "/api/v1/bills/" + LedgerSamples.BILL)
                    .expectBody()
                    .jsonPath("$.steps[0].reason")
                    .isEqualTo("廃止により回収できないため");
        }
        get(Role.INSTITUTION, "/api/v1/bills/" + LedgerSamples.BILL)
                .expectBody()
                .jsonPath("$.steps[0].type")
                .isEqualTo("FeeWrittenOff")
                .jsonPath("$.steps[0].reason")
                .doesNotExist();
    }

    @Test
    void showsABillWithEveryStep() {
        others.on(FindBill.class, query -> Optional.of(LedgerSamples.bill()));

        get(Role.INSTITUTION, "/api/v1/bills/" + LedgerSamples.BILL)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.billId")
                .isEqualTo(LedgerSamples.BILL)
                .jsonPath("$.status")
                .isEqualTo("OVERDUE")
                .jsonPath("$.lines[0].chargeId")
                .isEqualTo(LedgerSamples.CHARGE)
                .jsonPath("$.balances.RECEIVABLE")
                .isEqualTo(1500)
                .jsonPath("$.steps[0].type")
                .isEqualTo("FeeCharged")
                .jsonPath("$.row")
                .doesNotExist()
                .jsonPath("$.slip")
                .doesNotExist();
        assertThat(others.newest(FindBill.class).getPayload()).isEqualTo(new FindBill(LedgerSamples.BILL));
        assertThat(others.newest(FindBill.class).getMetaData()).containsEntry("consistency-token", TOKEN);
    }

    @Test
    void saysThatThereIsNoSuchBill() {
        others.on(FindBill.class, query -> Optional.empty());
        others.on(RenderSlip.class, query -> {
            throw Refused.because(ErrorCode.BILL_NOT_FOUND);
        });
        others.on(WriteOffFee.class, command -> {
            throw new AggregateNotFoundException(command.billId(), "unknown");
        });
        noSuchBill(LedgerSamples.BILL);
        assertThat(others.received(WriteOffFee.class)).hasSize(1);

        others.forgetMessages();
        NO_BILLS.forEach(this::noSuchBill);
        assertThat(others.heardNothing()).isTrue();
    }

    private void noSuchBill(String billId) {
        String bill = "/api/v1/bills/" + billId;
        for (WebTestClient.ResponseSpec answer : List.of(
                get(Role.BILLING, bill),
                get(Role.BILLING, bill + "/slip.pdf"),
                writeOff(billId, "{\"reason\":\"閉院\"}"))) {
            answer.expectStatus().isNotFound().expectBody().jsonPath("$.code").isEqualTo("BILL_NOT_FOUND");
        }
    }

    @Test
    void handsOutASlip() {
        byte[] pdf = {'%', 'P', 'D', 'F', 0, -1};
        others.on(RenderSlip.class, query -> new SlipDocument(pdf));

        get(Role.INSTITUTION, "/api/v1/bills/" + LedgerSamples.BILL + "/slip.pdf")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pdf")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("Content-Disposition", "inline; filename=\"2021-11-0110100013.pdf\"")
                .expectBody(byte[].class)
                .isEqualTo(pdf);
        assertThat(others.newest(RenderSlip.class).getPayload()).isEqualTo(new RenderSlip(LedgerSamples.BILL));
        assertThat(others.newest(RenderSlip.class).getMetaData()).containsEntry("consistency-token", TOKEN);
    }

    @Test
    void saysThatNoSlipWasSent() {
        others.on(RenderSlip.class, query -> {
            throw Refused.because(ErrorCode.SLIP_NOT_ISSUED, "控除依頼中");
        });
        get(Role.BILLING, "/api/v1/bills/" + LedgerSamples.BILL + "/slip.pdf")
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(detail).asString().contains("控除依頼中"));
    }

    @Test
    void givesUpWhatIsOverdue() {
        others.on(WriteOffFee.class, command -> LedgerSamples.bill(5));
        others.on(FindBill.class, query -> Optional.of(LedgerSamples.bill()));

        writeOff(LedgerSamples.BILL, "{\"reason\":\"閉院\"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Consistency-Token", LedgerSamples.bill(5).token())
                .expectBody()
                .jsonPath("$.billId")
                .isEqualTo(LedgerSamples.BILL);
        assertThat(others.newest(WriteOffFee.class).getPayload()).isEqualTo(new WriteOffFee(LedgerSamples.BILL, "閉院"));
        assertThat(others.newest(FindBill.class).getMetaData())
                .containsEntry("consistency-token", LedgerSamples.bill(5).token());

        others.on(FindBill.class, query -> {
            throw Refused.because(ErrorCode.READ_MODEL_BEHIND);
        });
        writeOff(LedgerSamples.BILL, "{\"reason\":\"閉院\"}")
                .expectStatus()
                .isEqualTo(202)
                .expectBody()
                .json("{\"billId\":\"2021-11-0110100013\"}");
    }

    @Test
    void givesUpNothingElse() {
        others.on(WriteOffFee.class, command -> {
            throw Refused.because(ErrorCode.BILL_NOT_OVERDUE, "払込済み");
        });
        writeOff(LedgerSamples.BILL, "{}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("BILL_NOT_OVERDUE");
        assertThat(others.newest(WriteOffFee.class).getPayload()).isEqualTo(new WriteOffFee(LedgerSamples.BILL, null));
        writeOff(LedgerSamples.BILL, "{\"why\":\"閉院\"}").expectStatus().isBadRequest();
        assertThat(others.received(WriteOffFee.class)).hasSize(1);
    }

    private WebTestClient.ResponseSpec get(Role role, String path) {
        return as(role).get().uri(path).header("Consistency-Token", TOKEN).exchange();
    }

    private WebTestClient.ResponseSpec writeOff(String billId, String body) {
        return as(Role.OFFICER)
                .post()
                .uri("/api/v1/bills/" + billId + "/write-off")
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange();
    }
}
