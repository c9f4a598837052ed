package jp.shomei.http.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.CheckResults;
import jp.shomei.contracts.fee.FindLedger;
import jp.shomei.contracts.fee.FindResults;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordResults;
import jp.shomei.contracts.fee.ResultFaults;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.fee.ResultsReport;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;

class PaymentResultsControllerTest extends HttpTest {
    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    private static final InstitutionCode CLINIC = InstitutionCode.of("0119900017");
    private static final InstitutionCode INSURER = InstitutionCode.of("01990019");
    private static final LocalDate TODAY = LocalDate.of(2021, 9, 13);
    private static final LocalDate BEFORE = LocalDate.of(2021, 9, 10);

    @Autowired
    private Environment environment;

    private boolean known;

    @BeforeEach
    void everyLineFits() {
        known = false;
        others.on(CheckResults.class, query -> new ResultFaults(List.of()));
        others.on(FindResults.class, query -> known);
        others.on(FindLedger.class, query -> LedgerSamples.closed(query.totals()));
        others.on(
                RecordResults.class,
                command -> new ResultsReport(
                        LedgerSamples.ledger(7), command.lines().size(), known));
    }

    @AfterEach
    void noFileIsLeft() throws IOException {
        Path spool = Path.of(environment.getRequiredProperty("shomei.http.spool"));
        Files.createDirectories(spool);
        try (Stream<Path> files = Files.list(spool)) {
            assertThat(files).isEmpty();
        }
    }

    @Nested
    class AFile {
        @Test
        void isRecordedUnderTheDigestOfItsBytes() {
            byte[] file = csv("0119900017,1,DEDUCTED,2021-09-10", "01990019,,PAID,2021-09-10")
                    .getBytes(StandardCharsets.UTF_8);
            send(CSV, file).expectStatus().isOk();
            assertThat(others.newest(RecordResults.class).getPayload().sha256()).isEqualTo(sha256(file));
        }

        /** The same bytes, a month later, speak of another deduction and another day. */
        @Test
        void isRecordedUnderTheDayTooIfItDoesNotSayWhichDeductionOrDayItIsAbout() {
            for (String line :
                    List.of("0119900017,,INSUFFICIENT,2021-09-10", "0119900017,1,DEDUCTED,", "01990019,,PAID,")) {
                send(CSV, csv(line)).expectStatus().isOk();
                assertThat(others.newest(RecordResults.class).getPayload().sha256())
                        .isEqualTo(sha256((TODAY + csv(line)).getBytes(StandardCharsets.UTF_8)));
            }
        }

        @Test
        void isReadInEitherCharset() {
            for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))) {
                byte[] file = csv(" 0119900017 ,1,DEDUCTED,2021-09-10", "0119900017,,INSUFFICIENT,", "01990019,,PAID,")
                        .getBytes(charset);
                send(CSV, file)
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .valueEquals("Consistency-Token", "LEDGER:ledger-2021-11:7")
                        .expectBody()
                        .json("{\"lines\":3,\"repeated\":false}", JsonCompareMode.STRICT);

                List<ResultLine> lines = List.of(
                        new ResultLine(CLINIC, PaymentOutcome.DEDUCTED, 1, BEFORE),
                        new ResultLine(CLINIC, PaymentOutcome.INSUFFICIENT, null, TODAY),
                        new ResultLine(INSURER, PaymentOutcome.PAID, null, TODAY));
                assertThat(others.newest(CheckResults.class).getPayload())
                        .isEqualTo(new CheckResults(LedgerSamples.MONTH, lines));
                assertThat(others.newest(RecordResults.class).getPayload())
                        .extracting(RecordResults::month, RecordResults::lines)
                        .containsExactly(LedgerSamples.MONTH, lines);
                assertThat(others.newest(RecordResults.class).getMetaData()).containsEntry("role", "billing");
            }
        }

        @Test
        void mayNameItsColumnsInAnyOrder() {
            send(CSV, "on,outcome,institution,attempt\r\n2021-09-10,UNPAID,01990019,\r\n")
                    .expectStatus()
                    .isOk();
            assertThat(others.newest(RecordResults.class).getPayload().lines())
                    .containsExactly(new ResultLine(INSURER, PaymentOutcome.UNPAID, null, BEFORE));
        }

        @Test
        void changesNothingWhenItComesAgainThoughItsLinesFitNoLonger() {
            others.on(
                    CheckResults.class, query -> faults(fault(0, ResultFaults.Kind.DOES_NOT_FIT, BillStatus.DEDUCTED)));
            known = true;
            String file = csv("0119900017,1,DEDUCTED,2021-09-10");

            send(CSV, file)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("Consistency-Token", "LEDGER:ledger-2021-11:7")
                    .expectBody()
                    .json("{\"lines\":1,\"repeated\":true}");

            assertThat(others.newest(FindResults.class).getPayload())
                    .isEqualTo(new FindResults(LedgerSamples.MONTH, sha256(file.getBytes(StandardCharsets.UTF_8))));
        }

        @Test
        void namesEveryLineThatIsNoneByItsNumber() {
            send(
                            CSV,
                            csv(
                                    "0119900017,1,DEDUCTED,2021-09-10",
                                    "011990001,3,LOST,10.9.2021",
                                    "0119900017,1,DEDUCTED",
                                    "",
                                    ",x,,2021-02-30"))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("RESULTS_HAVE_BAD_LINES")
                    .jsonPath("$.badLines")
                    .isEqualTo(3)
                    .jsonPath("$.errors[*].line")
                    .isEqualTo(List.of(3, 3, 3, 3, 4, 6, 6, 6, 6))
                    .jsonPath("$.errors[*].code")
                    .isEqualTo(List.of(
                            "DIGITS", "RANGE", "CHOICE", "DATE", "COLUMNS", "REQUIRED", "RANGE", "REQUIRED", "DATE"))
                    .jsonPath("$.errors[0].message")
                    .isEqualTo("医療機関コードは半角数字10桁、保険者番号は半角数字8桁で入力してください。")
                    .jsonPath("$.errors[1].field")
                    .isEqualTo("attempt");
            assertThat(others.heardNothing()).isTrue();
        }

        @Test
        void isRefusedForEveryLineThatDoesNotFitInTheReadersLanguage() {
            others.on(
                    CheckResults.class,
                    query -> faults(
                            fault(0, ResultFaults.Kind.NO_BILL, null),
                            fault(1, ResultFaults.Kind.DOES_NOT_FIT, BillStatus.PAID),
                            fault(2, ResultFaults.Kind.DAY_OUT_OF_RANGE, BillStatus.SLIP_ISSUED),
                            fault(3, ResultFaults.Kind.NOT_YET_DUE, BillStatus.SLIP_ISSUED),
                            fault(4, ResultFaults.Kind.TWICE, BillStatus.SLIP_ISSUED)));
            String line = "01990019,,PAID,2021-09-10";
            String file = csv(line, "", line, line, line, line);

            send(CSV, file)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("RESULTS_HAVE_BAD_LINES")
                    .jsonPath("$.errors[*].line")
                    .isEqualTo(List.of(2, 4, 5, 6, 7))
                    .jsonPath("$.errors[*].code")
                    .isEqualTo(List.of("NO_BILL", "DOES_NOT_FIT", "DAY_OUT_OF_RANGE", "NOT_YET_DUE", "TWICE"))
                    .jsonPath("$.errors[1].message")
                    .value(message -> assertThat(message).asString().contains("「払込済み」"));
            as(Role.BILLING)
                    .post()
                    .uri("/api/v1/ledgers/2021-11/results")
                    .header("Content-Type", CSV)
                    .header("Accept-Language", "en")
                    .bodyValue(file)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[1].message")
                    .value(message -> assertThat(message).asString().contains("which is PAID"));
            assertThat(others.received(RecordResults.class)).isEmpty();
        }

        @Test
        void cannotBeRecordedBeforeTheMonthIsClosed() {
            others.on(CheckResults.class, query -> faults(fault(0, ResultFaults.Kind.DOES_NOT_FIT, BillStatus.OPEN)));
            others.on(FindLedger.class, query -> LedgerSamples.open(query.totals()));
            send(CSV, csv("0119900017,1,DEDUCTED,"))
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("LEDGER_OPEN");
            assertThat(others.received(RecordResults.class)).isEmpty();
        }

        @Test
        void cannotBeRecordedWhileTheMonthIsBeingClosed() {
            others.on(CheckResults.class, query -> faults(fault(0, ResultFaults.Kind.DOES_NOT_FIT, BillStatus.OPEN)));
            others.on(FindLedger.class, query -> LedgerSamples.closing());
            send(CSV, csv("0119900017,1,DEDUCTED,"))
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("LEDGER_CLOSING");
            assertThat(others.received(RecordResults.class)).isEmpty();
        }

        @Test
        void isAtMostFiftyThousandLinesLong() {
            String line = "01990019,,PAID,2021-09-10\n";
            String most = ResultForm.HEADER + "\n" + line.repeat(50_000);
            send(CSV, most)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.lines")
                    .isEqualTo(50_000);

            others.forgetMessages();
            send(CSV, most + line).expectStatus().isEqualTo(413);
            send(CSV, csv("x".repeat(5 * 1024 * 1024))).expectStatus().isEqualTo(413);
            assertThat(others.heardNothing()).isTrue();
        }

        @Test
        void listsTheFirstThousandFaultsOfMany() {
            String lines =
                    IntStream.range(0, 1_200).mapToObj(number -> "1,,PAID,").collect(Collectors.joining("\n"));
            send(CSV, csv(lines))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.badLines")
                    .isEqualTo(1_200)
                    .jsonPath("$.errors.length()")
                    .isEqualTo(1_000);
        }

        @Test
        void isNotTakenIfItCannotBeRead() {
            for (String body : List.of("", "institution,outcome,on\n", csv("01990019,,PAID,\"2021"))) {
                send(CSV, body)
                        .expectStatus()
                        .isBadRequest()
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("IMPORT_UNREADABLE");
            }
            send("text/csv;charset=UTF-16", csv("01990019,,PAID,"))
                    .expectStatus()
                    .isEqualTo(415);
            send("text/plain", csv("01990019,,PAID,")).expectStatus().isEqualTo(415);
            assertThat(others.heardNothing()).isTrue();
        }

        @Test
        void isNotTakenWithoutALine() {
            send(CSV, csv())
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("RESULTS_HAVE_BAD_LINES")
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("EMPTY");
            assertThat(others.heardNothing()).isTrue();
        }

        @Test
        void waitsForNoOther() {
            others.on(RecordResults.class, command -> {
                throw Refused.because(ErrorCode.RESULTS_RUNNING);
            });
            send(CSV, csv("01990019,,PAID,"))
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("RESULTS_RUNNING");
        }
    }

    @Nested
    class AnArray {
        @Test
        void isRecordedUnderTheDigestOfItsLinesAndTheInstant() {
            send(JSON, """
                    [{"institution":"0119900017","outcome":"INSUFFICIENT"},
                     {"on":"2021-09-10","attempt":2,"institution":"0119900017","outcome":"DEDUCTED"}]""")
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("Consistency-Token", "LEDGER:ledger-2021-11:7")
                    .expectBody()
                    .json("{\"lines\":2,\"repeated\":false}");

            assertThat(others.newest(RecordResults.class).getPayload())
                    .isEqualTo(new RecordResults(
                            LedgerSamples.MONTH,
                            sha256(("2021-09-13T01:00:00Z\n0119900017,,INSUFFICIENT,2021-09-13\n"
                                            + "0119900017,2,DEDUCTED,2021-09-10")
                                    .getBytes(StandardCharsets.UTF_8)),
                            List.of(
                                    new ResultLine(CLINIC, PaymentOutcome.INSUFFICIENT, null, TODAY),
                                    new ResultLine(CLINIC, PaymentOutcome.DEDUCTED, 2, BEFORE))));
        }

        @Test
        void namesEveryElementThatIsNoneByItsIndex() {
            send(JSON, """
                    [{"institution":"0119900017","outcome":"DEDUCTED"},
                     {"institution":"1","outcome":"deducted","attempt":0,"on":"today"}, null]""")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("RESULTS_HAVE_BAD_LINES")
                    .jsonPath("$.errors[*].field")
                    .isEqualTo(List.of(
                            "[1].institution",
                            "[1].attempt",
                            "[1].outcome",
                            "[1].on",
                            "[2].institution",
                            "[2].outcome"))
                    .jsonPath("$.errors[0].line")
                    .doesNotExist();
            assertThat(others.heardNothing()).isTrue();
        }

        @Test
        void isRefusedForEveryElementThatDoesNotFit() {
            others.on(CheckResults.class, query -> faults(fault(1, ResultFaults.Kind.TWICE, BillStatus.SLIP_ISSUED)));
            send(JSON, """
                    [{"institution":"01990019","outcome":"PAID"},{"institution":"01990019","outcome":"PAID"}]""")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors.length()")
                    .isEqualTo(1)
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("[1]")
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("TWICE");
            assertThat(others.received(RecordResults.class)).isEmpty();
        }

        @Test
        void isNotTakenIfItIsNone() {
            for (String body : List.of("{}", "null", "[", "\"x\"", "")) {
                send(JSON, body)
                        .expectStatus()
                        .isBadRequest()
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("INVALID_REQUEST");
            }
            send(JSON, "[{\"amount\":1}]")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("UNKNOWN");
            send(JSON, "[]")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("[0]");
            assertThat(others.heardNothing()).isTrue();
        }
    }

    @Test
    void seesWhatItsSenderHasSeen() {
        for (String type : List.of(CSV, JSON)) {
            as(Role.BILLING)
                    .post()
                    .uri("/api/v1/ledgers/2021-11/results")
                    .header("Content-Type", type)
                    .header("Consistency-Token", "LEDGER:ledger-2021-11:2")
                    .bodyValue(
                            type.equals(CSV)
                                    ? csv("01990019,,PAID,")
                                    : "[{\"institution\":\"01990019\",\"outcome\":\"PAID\"}]")
                    .exchange()
                    .expectStatus()
                    .isOk();
            assertThat(others.newest(CheckResults.class).getMetaData())
                    .containsEntry("consistency-token", "LEDGER:ledger-2021-11:2");
        }
        assertThat(others.received(CheckResults.class)).hasSize(2);
    }

    private WebTestClient.ResponseSpec send(String type, String body) {
        return send(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private WebTestClient.ResponseSpec send(String type, byte[] body) {
        return as(Role.BILLING)
                .post()
                .uri("/api/v1/ledgers/2021-11/results")
                .header("Content-Type", type)
                .bodyValue(body)
                .exchange();
    }

    private static String csv(String... lines) {
        return ResultForm.HEADER + "\n" + String.join("\n", lines) + "\n";
    }

    private static ResultFaults faults(ResultFaults.Fault... faults) {
        return new ResultFaults(List.of(faults));
    }

    private static ResultFaults.Fault fault(int index, ResultFaults.Kind kind, @Nullable BillStatus status) {
        return new ResultFaults.Fault(index, kind, status);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
