package jp.shomei.http.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import jp.shomei.contracts.institution.RegisterInstitutions;
import jp.shomei.http.TestApplication;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;

/** What is read as a file of registrations, and what is not. */
class ImportFileTest extends ImportTest {
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
    void refusesAQuotationMarkLeftOpenInTheLastColumnWhichSwallowsEveryRowAfterIt() {
        String plain = row(3).replace("\"", "").replaceFirst("髙橋, ", "");
        String open = row(2).replace(",DEDUCTION", ",\"DEDUCTION");
        for (String file :
                List.of(csv(row(1), open, plain), csv(row(1), open, plain).replace('\n', '\r'))) {
            send(UTF_8, file.getBytes(StandardCharsets.UTF_8), "?partial=true")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("IMPORT_UNREADABLE")
                    .jsonPath("$.errors[0].line")
                    .isEqualTo(3);
        }
        assertThat(others.received(RegisterInstitutions.class)).isEmpty();
    }

    @Test
    void refusesAQuotationMarkLeftOpenInAFileOfOldMacintoshes() {
        String plain = row(3).replace("\"", "").replaceFirst("髙橋, ", "");
        String file = csv(row(1), "\"" + plain, plain).replace('\n', '\r');
        send(UTF_8, file.getBytes(StandardCharsets.UTF_8), "?partial=true")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void namesALineBreakInsideAFieldAndLoadsTheOtherRows() {
        String broken = row(2).replace("北海道札幌市", "\"北海道\n札幌市\"");
        send(UTF_8, csv(row(1), broken, row(3)).getBytes(StandardCharsets.UTF_8), "?partial=true")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.registered")
                .isEqualTo(2)
                .jsonPath("$.errors[0].code")
                .isEqualTo("CONTROL_CHARACTER");
    }
}
