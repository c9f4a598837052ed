package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The process dies between any two steps of closing a month and of recording results. What was begun is finished without
 * anybody asking, nothing happens twice, and asking for it once more changes nothing.
 */
class FeeCrashIT {

    private static final String BEFORE_CLOSING = "--shomei.clock=2024-05-31T12:00:00+09:00";
    private static final String PAY_DAY = "--shomei.clock=2024-06-21T12:00:00+09:00";
    private static final String LEDGER = "/api/v1/ledgers/2024-06";
    private static final int INSTITUTIONS = 6;
    private static final int FEE = 1_500;

    @TempDir
    static Path scratch;

    private static Shell shell;
    private static String oneCertificate = "";
    private static String results = "";

    @BeforeAll
    static void chargeAndClose() throws Exception {
        shell = new Shell(scratch);
        try (RunningShomei shomei = start("charged", "--shomei.clock=2024-04-10T12:00:00+09:00")) {
            StringBuilder lines = new StringBuilder("institution,attempt,outcome,on\r\n");
            for (int number = 1; number <= INSTITUTIONS; number++) {
                String code = Clinic.codeOf(number);
                Clinic.register(shomei, code);
                oneCertificate = Clinic.apply(shomei, code, Clinic.NAME);
                lines.append(code).append(number % 2 == 0 ? ",1,DEDUCTED," : ",1,INSUFFICIENT,");
                lines.append("2024-06-20\r\n");
            }
            results = lines.toString();
            move(shomei, "2024-05-31");
        }
        copy("charged", "closed");
        try (RunningShomei shomei = start("closed", BEFORE_CLOSING)) {
            close(shomei);
            move(shomei, "2024-06-21");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSING_BEGUN", "FIRST_BILL_BEGUN", "MONTH_MEASURED"})
    void aMonthWhoseClosingBrokeOffIsClosedOnItsFirstDay(FeeStep step) throws Exception {
        copy("charged", step.name());
        dies(step, BEFORE_CLOSING, FeeCrashIT::close);

        try (RunningShomei shomei = start(step.name(), BEFORE_CLOSING)) {
            // nothing comes to the month any more, though it is not closed yet
            shomei.post("officer", "/api/v1/charges/L-" + oneCertificate + "/reversal", Map.of("reason", "誤り"))
                    .expect(200);
            assertThat(get(shomei, LEDGER).get("state").asString()).isEqualTo("CLOSING");
            move(shomei, "2024-06-01");

            JsonNode ledger = get(shomei, LEDGER);
            assertThat(ledger.get("state").asString()).isEqualTo("CLOSED");
            assertThat(ledger.get("lineCount").asInt()).isEqualTo(INSTITUTIONS);
            assertThat(ledger.get("amount").asInt()).isEqualTo(INSTITUTIONS * FEE);
            assertThat(digest(shomei)).isEqualTo(ledger.get("sha256").asString());
            assertThat(close(shomei).json().get("sha256")).isEqualTo(ledger.get("sha256"));
            assertThat(get(shomei, "/api/v1/ledgers/2024-07").get("amount").asInt())
                    .isEqualTo(-FEE);
            for (JsonNode bill : bills(shomei)) {
                assertThat(steps(shomei, bill)).containsOnlyOnce("DeductionInstructed");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RESULTS_ACCEPTED", "FIRST_OUTCOME_RECORDED", "ALL_OUTCOMES_RECORDED"})
    void resultsThatBrokeOffComeOnEveryBillOnceAfterARestart(FeeStep step) throws Exception {
        copy("closed", step.name());
        dies(step, PAY_DAY, FeeCrashIT::report);

        try (RunningShomei shomei = start(step.name(), PAY_DAY)) {
            Await.until(() -> bills(shomei).stream()
                    .noneMatch(bill -> bill.get("status").asString().equals("DEDUCTION_INSTRUCTED")));
            assertThat(report(shomei).expect(200).json().get("repeated").asBoolean())
                    .isTrue();
            for (JsonNode bill : bills(shomei)) {
                boolean paid = bill.get("outstanding").asInt() == 0;
                assertThat(steps(shomei, bill))
                        .containsOnlyOnce(paid ? "DeductionSettled" : "DeductionFailed")
                        .doesNotContain("OutcomeUnmatched");
            }
            JsonNode balance = get(shomei, LEDGER + "/balance");
            assertThat(balance.get("total").asInt()).isZero();
            assertThat(balance.get("accounts").get("DEDUCTED").asInt()).isEqualTo(INSTITUTIONS / 2 * FEE);
            assertThat(balance.get("accounts").get("RECEIVABLE").asInt()).isEqualTo(INSTITUTIONS / 2 * FEE);
        }
    }

    private interface Request {
        void send(RunningShomei shomei);
    }

    private static void dies(FeeStep step, String clock, Request request) throws InterruptedException {
        try (RunningShomei doomed = RunningShomei.startClass(
                scratch.resolve(step.name()),
                RehearsalApplication.class,
                RehearsalApplication.haltingAt(step),
                clock)) {
            try {
                request.send(doomed);
            } catch (UncheckedIOException halted) {
                // as intended
            }
            assertThat(doomed.awaitEnd()).isEqualTo(RehearsalApplication.HALTED);
        }
    }

    private static RunningShomei.Answer close(RunningShomei shomei) {
        return shomei.post("billing", LEDGER + "/close", "").expect(200);
    }

    private static RunningShomei.Answer report(RunningShomei shomei) {
        return shomei.postCsv("billing", LEDGER + "/results", results);
    }

    private static List<JsonNode> bills(RunningShomei shomei) {
        List<JsonNode> bills = get(shomei, LEDGER + "/bills?limit=200")
                .get("items")
                .valueStream()
                .toList();
        assertThat(bills).hasSize(INSTITUTIONS);
        return bills;
    }

    private static List<String> steps(RunningShomei shomei, JsonNode bill) {
        return get(shomei, "/api/v1/bills/" + bill.get("billId").asString())
                .get("steps")
                .valueStream()
                .map(step -> step.get("type").asString())
                .toList();
    }

    private static String digest(RunningShomei shomei) throws Exception {
        byte[] file =
                shomei.get("billing", LEDGER, "Accept", "text/csv").expect(200).bytes();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }

    private static JsonNode get(RunningShomei shomei, String path) {
        return shomei.get("billing", path).expect(200).json();
    }

    private static void move(RunningShomei shomei, String day) {
        shomei.post("operator", "/api/v1/clock", Map.of("now", day + "T12:00:00+09:00"))
                .expect(200);
    }

    private static RunningShomei start(String data, String clock) {
        return RunningShomei.start(scratch.resolve(data), clock, "--shomei.profile=ec-p256");
    }

    /** With its permissions, without which the system does not start. */
    private static void copy(String from, String to) {
        shell.run("cp", "-a", from, to).expectSuccess();
    }
}
