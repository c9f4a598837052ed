package jp.shomei.http.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.shomei.contracts.fee.CloseLedger;
import jp.shomei.contracts.fee.FilePart;
import jp.shomei.contracts.fee.FindLedger;
import jp.shomei.contracts.fee.LedgerPage;
import jp.shomei.contracts.fee.ListLedgerLines;
import jp.shomei.contracts.fee.ReadLedgerFile;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;

class LedgerControllerTest extends HttpTest {
    private static final String LEDGER = "/api/v1/ledgers/2021-11";

    @Test
    void showsTheFirstPageWithTheTotals() {
        others.on(FindLedger.class, query -> LedgerSamples.closed(query.totals()));
        others.on(ListLedgerLines.class, query -> new LedgerPage(List.of(LedgerSamples.line()), "0110100013/L-1"));

        as(Role.BILLING)
                .get()
                .uri(LEDGER)
                .header("Consistency-Token", LedgerSamples.ledger(3).token())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/json")
                .expectBody()
                .json("""
                        {"month":"2021-11","state":"CLOSED","nextCursor":"0110100013/L-1",
                         "totals":{"DEDUCTION":3753,"PAYMENT_SLIP":0},"lineCount":3,"amount":3753,"taxIncluded":340,
                         "byKind":{"LICENCE":3000,"RENEWAL":0,"POSTAGE":753},"byPrefecture":{"01":3753},
                         "closedOn":"2021-10-01","sha256":"%s",
                         "lines":[{"chargeId":"L-202109020022911","institution":"0110100013",
                          "requestId":"202109020022911","requestIds":["202109020022911"],"kind":"LICENCE",
                          "amount":1500,"taxIncluded":136,"chargedOn":"2021-09-13","method":"DEDUCTION",
                          "status":"OVERDUE","statusLabel":"支払期限経過","billId":"2021-11-0110100013"}]}""".formatted(LedgerSamples.SHA_256), JsonCompareMode.STRICT);

        assertThat(others.newest(ListLedgerLines.class).getPayload())
                .isEqualTo(new ListLedgerLines(LedgerSamples.MONTH, null, 50));
        assertThat(others.newest(ListLedgerLines.class).getMetaData())
                .containsEntry("role", "billing")
                .containsEntry("consistency-token", "LEDGER:ledger-2021-11:3");
        assertThat(others.newest(FindLedger.class).getMetaData())
                .containsEntry("consistency-token", "LEDGER:ledger-2021-11:3");
    }

    @Test
    void addsUpNothingForTheOtherPages() {
        others.on(FindLedger.class, query -> LedgerSamples.open(query.totals()));
        others.on(ListLedgerLines.class, query -> new LedgerPage(List.of(LedgerSamples.line()), null));

        get("?cursor=0110100013/L-1&limit=1000")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.lines.length()")
                .isEqualTo(1)
                .jsonPath("$.state")
                .isEqualTo("OPEN")
                .jsonPath("$.totals")
                .doesNotExist()
                .jsonPath("$.lineCount")
                .doesNotExist()
                .jsonPath("$.byPrefecture")
                .doesNotExist()
                .jsonPath("$.nextCursor")
                .doesNotExist()
                .jsonPath("$.sha256")
                .doesNotExist();

        assertThat(others.newest(FindLedger.class).getPayload()).isEqualTo(new FindLedger(LedgerSamples.MONTH, false));
        assertThat(others.newest(ListLedgerLines.class).getPayload())
                .isEqualTo(new ListLedgerLines(LedgerSamples.MONTH, "0110100013/L-1", 1_000));
    }

    @Test
    void refusesACursorThatIsNone() {
        others.on(FindLedger.class, query -> LedgerSamples.open(query.totals()));
        others.on(ListLedgerLines.class, query -> {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        });
        get("?cursor=nothing")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INVALID_REQUEST");
    }

    @Test
    void namesEveryParameterThatIsNotRight() {
        as(Role.BILLING)
                .get()
                .uri("/api/v1/ledgers/2021-13?limit=1001&cursor=" + "x".repeat(201))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields).asList().containsExactly("month", "cursor", "limit"));
        assertThat(others.heardNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13", "2024-00", "2024-6", "202406", "+12024-06", "-2024-06", "２０２４-06", "2024-06-01"})
    void saysWhatToTypeForAMonthThatIsNone(String month) {
        for (String path : List.of(
                "",
                "/files/slips.csv",
                "/bills",
                "/balance",
                "/close",
                "/results",
                "/results?json",
                "?charset=UTF-8")) {
            boolean changes = path.startsWith("/close") || path.startsWith("/results");
            WebTestClient.RequestBodySpec request = as(Role.BILLING)
                    .method(HttpMethod.valueOf(changes ? "POST" : "GET"))
                    .uri("/api/v1/ledgers/{month}" + path, month);
            if (path.contains("charset")) {
                request.header("Accept", "text/csv");
            }
            if (path.startsWith("/results")) {
                request.header("Content-Type", path.endsWith("json") ? "application/json" : "text/csv")
                        .bodyValue("[]");
            }
            request.exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("MONTH")
                    .jsonPath("$.errors[0].message")
                    .isEqualTo("請求月は 2024-06 の形式の年月で入力してください。");
        }
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void speaksJsonUnlessAFileIsAskedFor() {
        others.on(FindLedger.class, query -> LedgerSamples.open(query.totals()));
        others.on(ListLedgerLines.class, query -> new LedgerPage(List.of(), null));
        others.on(ReadLedgerFile.class, query -> new FilePart("\"billingMonth\"\r\n", null));

        for (String json : List.of("*/*", "application/*", "application/json", "text/csv;q=0.5, application/json")) {
            accepting(json).expectStatus().isOk().expectHeader().contentType("application/json");
        }
        as(Role.BILLING).get().uri(LEDGER).exchange().expectHeader().contentType("application/json");
        for (String csv :
                List.of("text/csv", "text/*", "text/csv;charset=windows-31j", "application/json;q=0.5, text/csv")) {
            accepting(csv).expectStatus().isOk().expectHeader().contentType("text/csv;charset=UTF-8");
        }
        accepting("application/xml")
                .expectStatus()
                .isEqualTo(406)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void closesAMonthAndShowsIt() {
        others.on(CloseLedger.class, command -> LedgerSamples.ledger(1));
        others.on(FindLedger.class, query -> LedgerSamples.closed(query.totals()));

        close().expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Consistency-Token", "LEDGER:ledger-2021-11:1")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("CLOSED")
                .jsonPath("$.sha256")
                .isEqualTo(LedgerSamples.SHA_256)
                .jsonPath("$.totals.DEDUCTION")
                .isEqualTo(3753)
                .jsonPath("$.lines")
                .doesNotExist();

        assertThat(others.newest(CloseLedger.class).getPayload()).isEqualTo(new CloseLedger(LedgerSamples.MONTH));
        assertThat(others.newest(FindLedger.class).getMetaData())
                .containsEntry("consistency-token", "LEDGER:ledger-2021-11:1");
    }

    @Test
    void hasClosedAMonthThatCannotBeShownYet() {
        others.on(CloseLedger.class, command -> LedgerSamples.ledger(1));
        others.on(FindLedger.class, query -> {
            throw Refused.because(ErrorCode.READ_MODEL_BEHIND);
        });
        close().expectStatus()
                .isEqualTo(202)
                .expectHeader()
                .valueEquals("Consistency-Token", "LEDGER:ledger-2021-11:1")
                .expectBody()
                .json("{\"month\":\"2021-11\"}");
    }

    @Test
    void saysFromWhenOnAMonthCanBeClosed() {
        others.on(CloseLedger.class, command -> {
            throw Refused.because(ErrorCode.LEDGER_NOT_COMPLETE, "2021-10-01");
        });
        close().expectStatus().isEqualTo(409).expectBody().jsonPath("$.detail").value(detail -> assertThat(detail)
                .asString()
                .contains("2021-10-01"));
    }

    private WebTestClient.ResponseSpec get(String query) {
        return as(Role.BILLING).get().uri(LEDGER + query).exchange();
    }

    private WebTestClient.ResponseSpec accepting(String types) {
        return as(Role.BILLING).get().uri(LEDGER).header("Accept", types).exchange();
    }

    private WebTestClient.ResponseSpec close() {
        return as(Role.BILLING).post().uri(LEDGER + "/close").exchange();
    }
}
