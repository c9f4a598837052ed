package jp.shomei.http.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.shomei.contracts.fee.FilePart;
import jp.shomei.contracts.fee.FindLedger;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.fee.ReadLedgerFile;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.TestApplication;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;

class FileDownloadTest extends HttpTest {
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final String LEDGER = "/api/v1/ledgers/2021-11";
    private static final String ROW = "\"2021-11\",\"0110100013\",\"髙橋〜𠮷野\"\r\n";
    private static final int MEGABYTE = 1024 * 1024;
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void handsOutAFilePartByPart() {
        closed();
        parts(5);

        byte[] file = ok(LEDGER)
                .expectHeader()
                .valueEquals("Content-Type", "text/csv;charset=UTF-8")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"ledger-2021-11.csv\"")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        assertThat(file).isEqualTo(ROW.repeat(5).getBytes(StandardCharsets.UTF_8));
        assertThat(others.received(ReadLedgerFile.class))
                .extracting(message -> message.getPayload().after())
                .containsExactly(null, "1", "2", "3", "4");
        assertThat(others.received(ReadLedgerFile.class)).allSatisfy(message -> {
            assertThat(message.getMetaData()).containsEntry("role", "billing");
            assertThat(message.getPayload().file()).isEqualTo(LedgerFile.LEDGER);
            assertThat(message.getPayload().month()).isEqualTo(LedgerSamples.MONTH);
        });
    }

    @Test
    void asksForEachOfManyPartsOnce() {
        closed();
        others.on(ReadLedgerFile.class, query -> {
            int number = number(query);
            return new FilePart(
                    number % 7 == 0 ? "" : number + "\r\n", number < 999 ? String.valueOf(number + 1) : null);
        });

        String file = ok(LEDGER).expectBody(String.class).returnResult().getResponseBody();

        assertThat(file)
                .isEqualTo(IntStream.range(0, 1_000)
                        .filter(number -> number % 7 != 0)
                        .mapToObj(number -> number + "\r\n")
                        .collect(Collectors.joining()));
        assertThat(others.received(ReadLedgerFile.class)).hasSize(1_000);
    }

    @Test
    void writesAGetaForWhatJapaneseProgramsCannotRead() {
        closed();
        parts(1);

        byte[] file = ok(LEDGER + "?charset=Windows-31J")
                .expectHeader()
                .valueEquals("Content-Type", "text/csv;charset=windows-31j")
                .expectHeader()
                .doesNotExist("Repr-Digest")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        assertThat(file).isEqualTo("\"2021-11\",\"0110100013\",\"髙橋〓〓野\"\r\n".getBytes(CP932));
        assertThat(HexFormat.of().formatHex(file)).contains("fbfc8bb481ac81ac96ec");
    }

    @Test
    void tellsTheDigestOfAFileThatNeverChanges() {
        closed();
        parts(1);
        ok(LEDGER)
                .expectHeader()
                .valueEquals(
                        "Repr-Digest",
                        "sha-256=:"
                                + Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(LedgerSamples.SHA_256)) + ":");

        others.on(FindLedger.class, query -> LedgerSamples.open(query.totals()));
        ok(LEDGER).expectHeader().doesNotExist("Repr-Digest");
        assertThat(others.newest(FindLedger.class).getPayload().totals()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "deductions, FIRST_DEDUCTIONS",
        "second-deductions, SECOND_DEDUCTIONS",
        "slips, SLIPS",
        "refunds, REFUNDS"
    })
    void handsOutTheFilesForThePaymentSystem(String name, LedgerFile file) {
        parts(2);
        String path = LEDGER + "/files/" + name + ".csv";

        byte[] japanese = ok(path).expectHeader()
                .valueEquals("Content-Type", "text/csv;charset=windows-31j")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"" + name + "-2021-11.csv\"")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        String unicode = ok(path + "?charset=utf-8")
                .expectHeader()
                .valueEquals("Content-Type", "text/csv;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(japanese).isEqualTo(ROW.repeat(2).replace("〜𠮷", "〓〓").getBytes(CP932));
        assertThat(unicode).isEqualTo(ROW.repeat(2));
        assertThat(others.received(ReadLedgerFile.class))
                .allSatisfy(message -> assertThat(message.getPayload().file()).isEqualTo(file));
    }

    @Test
    void seesWhatItsCallerHasSeen() {
        closed();
        parts(1);
        as(Role.BILLING)
                .get()
                .uri(LEDGER)
                .header("Accept", "text/csv")
                .header("Consistency-Token", "BILL:" + LedgerSamples.BILL + ":4")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(List.of(others.newest(FindLedger.class), others.newest(ReadLedgerFile.class)))
                .allSatisfy(message -> assertThat(message.getMetaData())
                        .containsEntry("consistency-token", "BILL:" + LedgerSamples.BILL + ":4"));
    }

    @Test
    void knowsNoOtherFilesAndNoOtherEncodings() {
        csv(LEDGER + "/files/ledger.csv").expectStatus().isNotFound();
        for (String path : List.of(LEDGER, LEDGER + "/files/slips.csv")) {
            csv(path + "?charset=Shift_JIS")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].message")
                    .isEqualTo("文字コードは次のいずれかを指定してください：UTF-8, windows-31j");
        }
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void saysWhyAFileCannotBeHad() {
        closed();
        others.on(ReadLedgerFile.class, query -> {
            throw Refused.because(ErrorCode.READ_MODEL_BEHIND);
        });
        csv(LEDGER)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .contentType("application/problem+json")
                .expectHeader()
                .doesNotExist("Content-Disposition")
                .expectHeader()
                .doesNotExist("Repr-Digest")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("READ_MODEL_BEHIND");
    }

    @Test
    void breaksOffRatherThanLookWhole() {
        closed();
        others.on(ReadLedgerFile.class, query -> {
            if (number(query) == 2) {
                throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
            }
            return new FilePart(ROW, String.valueOf(number(query) + 1));
        });
        WebTestClient.ResponseSpec answer = csv(LEDGER);
        assertThatThrownBy(() -> answer.expectBody(byte[].class).returnResult())
                .hasStackTraceContaining("PrematureCloseException");
    }

    @Test
    void asksForOnePartAheadOfTheOneThatIsTaken() throws IOException {
        String part = "x".repeat(32 * MEGABYTE);
        others.on(
                ReadLedgerFile.class,
                query -> new FilePart(part, number(query) < 3 ? String.valueOf(number(query) + 1) : null));
        try (Socket caller = connect()) {
            InputStream answer = caller.getInputStream();
            for (int asked = 2; asked <= 4; asked++) {
                int newest = asked;
                await().atMost(SOON)
                        .until(() -> others.received(ReadLedgerFile.class).size() >= newest);
                // far more than the buffers on the way hold is still to come
                assertThat(answer.readNBytes(8 * MEGABYTE)).hasSize(8 * MEGABYTE);
                assertThat(others.received(ReadLedgerFile.class)).hasSize(asked);
                assertThat(answer.readNBytes(24 * MEGABYTE)).hasSize(24 * MEGABYTE);
            }
        }
    }

    @Test
    void asksNoMoreWhenTheCallerHasGone() throws IOException {
        String part = "x".repeat(MEGABYTE / 4);
        others.on(ReadLedgerFile.class, query -> new FilePart(part, String.valueOf(number(query) + 1)));
        try (Socket caller = connect()) {
            assertThat(caller.getInputStream().readNBytes(8 * MEGABYTE)).hasSize(8 * MEGABYTE);
        }
        StandsStill asking = new StandsStill();
        await().pollInterval(Duration.ofMillis(50)).atMost(SOON).until(asking::stands);
    }

    /** Whether nothing was asked the last ten times one looked. */
    private final class StandsStill {
        private int seen = -1;
        private int times;

        boolean stands() {
            int now = others.received(ReadLedgerFile.class).size();
            times = now == seen ? times + 1 : 0;
            seen = now;
            return times >= 10;
        }
    }

    private Socket connect() throws IOException {
        Socket caller = new Socket();
        caller.setReceiveBufferSize(64 * 1024);
        caller.setSoTimeout(30_000);
        caller.connect(new InetSocketAddress("127.0.0.1", port));
        caller.getOutputStream()
                .write(("GET " + LEDGER
                                + "/files/slips.csv?charset=UTF-8 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + TestApplication.token(Role.BILLING) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return caller;
    }

    private void closed() {
        others.on(FindLedger.class, query -> LedgerSamples.closed(query.totals()));
    }

    private void parts(int count) {
        others.on(
                ReadLedgerFile.class,
                query -> new FilePart(ROW, number(query) < count - 1 ? String.valueOf(number(query) + 1) : null));
    }

    private static int number(ReadLedgerFile query) {
        return query.after() == null ? 0 : Integer.parseInt(query.after());
    }

    private WebTestClient.ResponseSpec ok(String path) {
        return csv(path).expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec csv(String path) {
        return as(Role.BILLING).get().uri(path).header("Accept", "text/csv").exchange();
    }
}
