package jp.shomei.http.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.shomei.contracts.institution.CheckRegistrations;
import jp.shomei.contracts.institution.ImportOutcome;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.RegisterInstitutions;
import jp.shomei.contracts.institution.RegistrationFault;
import jp.shomei.http.HttpTest;
import jp.shomei.http.TestApplication;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

class ImportControllerTest extends HttpTest {
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final String UTF_8 = "text/csv;charset=UTF-8";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Autowired
    private Environment environment;

    @BeforeEach
    void checkAndLoadAsTheCommandSideDoes() {
        others.on(CheckRegistrations.class, ImportControllerTest::check);
        others.on(
                RegisterInstitutions.class,
                command -> new ImportOutcome(command.registrations().size(), 0, 0));
    }

    @AfterEach
    void noFileIsLeft() throws IOException {
        Path spool = Path.of(environment.getRequiredProperty("shomei.http.spool"));
        Files.createDirectories(spool);
        try (Stream<Path> files = Files.list(spool)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void loadsAGoodFile() {
        others.on(RegisterInstitutions.class, command -> new ImportOutcome(1, 1, 1));

        send(UTF_8, csv(row(3), row(1), row(2)).getBytes(StandardCharsets.UTF_8), "")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"read":3,"registered":1,"changed":1,"unchanged":1,"rejected":0,"errors":[]}""");

        var loaded = others.newest(RegisterInstitutions.class);
        assertThat(loaded.getPayload().registrations())
                .extracting(RegisterInstitution::code)
                .containsExactly(code(1), code(2), code(3));
        assertThat(loaded.getPayload().registrations().getFirst().form().name()).isEqualTo("髙橋, 医院 1");
        assertThat(loaded.getMetaData()).containsEntry("actor", "the operator").containsEntry("channel", "http");
    }

    @Test
    void readsTheCharsetsOfJapanesePrograms() {
        for (String type : List.of(
                "text/csv;charset=windows-31j",
                "text/csv; charset=Shift_JIS",
                "text/csv;charset=\"CP932\"",
                "text/csv")) {
            send(type, csv(row(1)).getBytes(CP932), "").expectStatus().isOk();
            assertThat(newestName()).as(type).isEqualTo("髙橋, 医院 1");
        }
        for (String type : List.of(UTF_8, "text/csv", "text/csv;charset=utf-8")) {
            send(type, (BYTE_ORDER_MARK + csv(row(1))).getBytes(StandardCharsets.UTF_8), "")
                    .expectStatus()
                    .isOk();
            assertThat(newestName()).as(type).isEqualTo("髙橋, 医院 1");
        }
    }

    @Test
    void refusesBytesThatAreNoCharactersAndNamesTheirLine() {
        byte[] good = csv(row(1), row(2)).getBytes(StandardCharsets.UTF_8);
        byte[] bad = Arrays.copyOf(good, good.length + 1);
        bad[good.length] = (byte) 0xFF;

        for (byte[] body : List.of(bad, csv(row(1), row(2), "髙").getBytes(CP932))) {
            send(UTF_8, body, "?partial=true")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("IMPORT_UNREADABLE")
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("CHARSET");
        }
        send(UTF_8, bad, "").expectBody().jsonPath("$.errors[0].line").isEqualTo(4);
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void refusesOtherCharsetsAndOtherFiles() {
        send("text/csv;charset=EUC-JP", csv(row(1)).getBytes(StandardCharsets.UTF_8), "")
                .expectStatus()
                .isEqualTo(415);
        send("application/json", "{}".getBytes(StandardCharsets.UTF_8), "")
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void refusesACharsetNobodyKnows() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/institutions/import"))
                .header("Authorization", "Bearer " + TestApplication.token(Role.OPERATOR))
                .header("Content-Type", "text/csv;charset=nonsense")
                .POST(HttpRequest.BodyPublishers.ofString("code"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(415);
        }
    }

    @Test
    void loadsNothingFromAFileWithBadLines() {
        send(
                        UTF_8,
                        csv(row(1), row(2).replace("0111234567", "12"), "too,few", row(1), "\n", row(3) + ",more")
                                .getBytes(StandardCharsets.UTF_8),
                        "")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IMPORT_HAS_BAD_LINES")
                .jsonPath("$.badLines")
                .isEqualTo(4)
                .jsonPath("$.errors[*].line")
                .isEqualTo(List.of(3, 4, 5, 8))
                .jsonPath("$.errors[*].code")
                .isEqualTo(List.of("PHONE", "COLUMNS", "DUPLICATE", "COLUMNS"))
                .jsonPath("$.errors[0].field")
                .isEqualTo("phone")
                .jsonPath("$.errors[0].message")
                .isEqualTo("電話番号はハイフンなしの半角数字10桁または11桁（0から始まる番号）で入力してください。")
                .jsonPath("$.errors[2].message")
                .isEqualTo("同じコードの行が、このファイルの前の行にあります。");

        assertThat(others.received(RegisterInstitutions.class)).isEmpty();
    }

    @Test
    void loadsTheGoodLinesWhenAsked() {
        send(UTF_8, csv(row(1), "too,few", row(2), row(1)).getBytes(StandardCharsets.UTF_8), "?partial=true")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.read")
                .isEqualTo(4)
                .jsonPath("$.registered")
                .isEqualTo(2)
                .jsonPath("$.rejected")
                .isEqualTo(2)
                .jsonPath("$.errors[*].line")
                .isEqualTo(List.of(3, 5));

        assertThat(others.newest(RegisterInstitutions.class).getPayload().registrations())
                .extracting(RegisterInstitution::code)
                .containsExactly(code(1), code(2));
    }

    @Test
    void reportsTheFirstThousandFaultsAndCountsThemAll() {
        String body = csv(IntStream.range(0, 3000).mapToObj(i -> "bad").toArray(String[]::new));

        send(UTF_8, body.getBytes(StandardCharsets.UTF_8), "")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.badLines")
                .isEqualTo(3000)
                .jsonPath("$.errors.length()")
                .isEqualTo(1000)
                .jsonPath("$.errors[999].line")
                .isEqualTo(1001);
    }

    @Test
    void takesTheColumnsInAnyOrderButAllOfThem() {
        String shuffled = "name,code,category,prefecture,scoreTable,postalCode,address,founder,phone,paymentMethod\n"
                + "テスト医院," + code(7) + ",1,01,1,0600001,札幌市,基金　太郎,0111234567,\n";
        send(UTF_8, shuffled.getBytes(StandardCharsets.UTF_8), "")
                .expectStatus()
                .isOk();
        assertThat(newestName()).isEqualTo("テスト医院");

        send(UTF_8, "code,name,colour\n1,2,3\n".getBytes(StandardCharsets.UTF_8), "")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IMPORT_UNREADABLE")
                .jsonPath("$.errors[0].field")
                .isEqualTo("category")
                .jsonPath("$.errors[?(@.code=='UNKNOWN')].field")
                .isEqualTo("colour");
        send(UTF_8, new byte[0], "").expectStatus().isBadRequest();
    }

    @Test
    void refusesWhatIsNotCsvSoThatNoRowIsLostUnseen() {
        for (String row : List.of("\"never closed\n" + row(2), "\"" + "x".repeat(100_000) + "\"", "\"a\"b,c")) {
            send(UTF_8, csv(row(1), row).getBytes(StandardCharsets.UTF_8), "?partial=true")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("IMPORT_UNREADABLE")
                    .jsonPath("$.errors[0].line")
                    .isEqualTo(3)
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("NOT_CSV");
            assertThat(others.received(RegisterInstitutions.class)).isEmpty();
        }
    }

    @Test
    void refusesAFileBeyondTheLimitEvenIfItDoesNotSaySo() {
        Flux<DataBuffer> endless = Flux.range(0, 9 * 1024)
                .map(i -> DefaultDataBufferFactory.sharedInstance.wrap(
                        "x".repeat(1024).getBytes(StandardCharsets.US_ASCII)));

        as(Role.OPERATOR)
                .post()
                .uri("/api/v1/institutions/import")
                .header("Content-Type", UTF_8)
                .body(endless, DataBuffer.class)
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("BODY_TOO_LARGE");
        send(UTF_8, new byte[9 * 1024 * 1024], "").expectStatus().isEqualTo(413);
    }

    @Test
    void doesOneFileAtATime() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        others.on(RegisterInstitutions.class, command -> {
            loading.countDown();
            assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
            return new ImportOutcome(1, 0, 0);
        });
        byte[] body = csv(row(1)).getBytes(StandardCharsets.UTF_8);
        Thread first = Thread.startVirtualThread(
                () -> send(UTF_8, body, "").expectStatus().isOk());
        assertThat(loading.await(20, TimeUnit.SECONDS)).isTrue();

        send(UTF_8, body, "")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IMPORT_RUNNING");

        released.countDown();
        first.join();
        send(UTF_8, body, "").expectStatus().isOk();
    }

    @Test
    void endsWithTheRefusalOfTheCommandSide() {
        others.on(CheckRegistrations.class, command -> {
            throw new IllegalStateException("broken");
        });

        send(UTF_8, csv(row(1)).getBytes(StandardCharsets.UTF_8), "")
                .expectStatus()
                .isEqualTo(500);
    }

    @Test
    void refusesAnUnclearWish() {
        send(UTF_8, csv(row(1)).getBytes(StandardCharsets.UTF_8), "?partial=yes")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("partial");
    }

    @Test
    void loadsManyRowsByTheHundredKeepingNone() {
        AtomicLong largest = new AtomicLong();
        AtomicLong loaded = new AtomicLong();
        others.on(RegisterInstitutions.class, command -> {
            largest.accumulateAndGet(command.registrations().size(), Math::max);
            loaded.addAndGet(command.registrations().size());
            others.forgetMessages();
            return new ImportOutcome(command.registrations().size(), 0, 0);
        });
        int rows = 20_000;
        String body =
                csv(IntStream.range(0, rows).mapToObj(ImportControllerTest::row).toArray(String[]::new));

        send("text/csv", body.getBytes(CP932), "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.registered")
                .isEqualTo(rows);

        assertThat(loaded).hasValue(rows);
        assertThat(largest).hasValue(500);
    }

    private static RegistrationFault[] check(CheckRegistrations command) {
        List<RegistrationFault> faults = new ArrayList<>();
        for (int i = 0; i < command.registrations().size(); i++) {
            RegisterInstitution registration = command.registrations().get(i);
            var errors = registration.form().check(registration.code());
            if (!errors.isEmpty()) {
                faults.add(new RegistrationFault(i, errors));
            }
        }
        return faults.toArray(RegistrationFault[]::new);
    }

    private String newestName() {
        return String.valueOf(others.newest(RegisterInstitutions.class)
                .getPayload()
                .registrations()
                .getFirst()
                .form()
                .name());
    }

    private static String csv(String... rows) {
        return RegistrationRows.HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    private static String row(int number) {
        return code(number) + ",\"髙橋, 医院 " + number + "\",1,01,1,060-0001,北海道札幌市,基金　太郎,0111234567,DEDUCTION";
    }

    private static String code(int number) {
        return "011%07d".formatted(number);
    }

    private WebTestClient.ResponseSpec send(String type, byte[] body, String query) {
        return as(Role.OPERATOR)
                .post()
                .uri("/api/v1/institutions/import" + query)
                .header("Content-Type", type)
                .bodyValue(body)
                .exchange();
    }
}
