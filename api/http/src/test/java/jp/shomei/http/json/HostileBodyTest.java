package jp.shomei.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class HostileBodyTest extends HttpTest {
    @AfterEach
    void nothingCameThrough() {
        assertThat(others.heardNothing()).isTrue();
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "   ",
                "{",
                "{\"category\":",
                "{'category':'1'}",
                "{\"category\":\"1\"} {}",
                "{\"category\":\"1\"}x",
                "{\"category\":\"1\",\"category\":\"2\"}",
                "{\"feeAccepted\":NaN}",
                "{\"feeAccepted\":Infinity}",
                "{\"feeAccepted\":01}",
                "{category:\"1\"}",
                "{\"category\":\"1\",}",
                "{\"category\":\"a\tb\"}",
                "{/* comment */\"category\":\"1\"}",
                "null",
                "[]",
                "\"text\"",
                "true",
                "12",
                "{\"category\":".repeat(1000),
                "[".repeat(30_000),
                "{\"phone\":" + "9".repeat(5000) + "}");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNotOneJsonObject(String body) {
        refused(apply(body.getBytes(StandardCharsets.UTF_8)), 400, "INVALID_REQUEST");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        refused(apply(bytes("{\"terminalName\":\"", 0xC0, 0xAF, "\"}")), 400, "INVALID_REQUEST");
        refused(apply(bytes("{\"terminalName\":\"", 0xED, 0xA0, 0x80, "\"}")), 400, "INVALID_REQUEST");
        refused(apply(bytes("{\"terminalName\":\"", 0x83, 0x65, "\"}")), 400, "INVALID_REQUEST");
        refused(apply(Samples.APPLICATION.getBytes(StandardCharsets.UTF_16)), 400, "INVALID_REQUEST");
    }

    @Test
    void namesEveryUnknownFieldAndEveryWrongType() {
        apply("""
                {"category":1,"prefecture":true,"feeAccepted":"true","institutionCode":{"a":1},
                 "phone":["0312345678"],"<script>":1,"adminMode":true}""".getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INVALID_FIELDS")
                .jsonPath("$.errors[?(@.code=='TYPE')].field")
                .value(java.util.List.class, fields -> assertThat(fields.toString())
                        .contains("category", "prefecture", "feeAccepted", "institutionCode", "phone"))
                .jsonPath("$.errors[?(@.code=='UNKNOWN')].field")
                .value(java.util.List.class, fields -> assertThat(fields).hasSize(2))
                .jsonPath("$.errors[0].message")
                .isEqualTo("分類の値の型が正しくありません。/openapi.json に示す型で送信してください。");
    }

    @Test
    void convertsNoNumberToABooleanAndBack() {
        for (String body : new String[] {
            "{\"feeAccepted\":1}", "{\"feeAccepted\":\"\"}", "{\"phone\":312345678}", "{\"phone\":1.5}"
        }) {
            apply(body.getBytes(StandardCharsets.UTF_8))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors.length()")
                    .isEqualTo(1)
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("TYPE");
        }
    }

    @Test
    void refusesHalfACharacter() {
        apply("{\"terminalName\":\"\\ud83d\"}".getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("UNPRINTABLE");
    }

    @Test
    void refusesControlCharactersByTheForm() {
        apply(Samples.APPLICATION.replace("総務部", "総務部\\u0000\\n").getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("contactName")
                .jsonPath("$.errors[0].code")
                .isEqualTo("CONTROL_CHARACTER");
    }

    @Test
    void keepsTheAnswerToManyBadFieldsSmall() {
        StringBuilder body = new StringBuilder("{\"a\":1");
        for (int i = 0; i < 4000; i++) {
            body.append(",\"f").append(i).append("\":1");
        }
        apply(body.append('}').toString().getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(100);
    }

    @Test
    void refusesALongBody() {
        String body = "{\"terminalName\":\"" + "a".repeat(1024 * 1024) + "\"}";
        refused(apply(body.getBytes(StandardCharsets.UTF_8)), 413, "BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data;boundary=x",
                "application/json;charset=ISO-8859-1",
                "application/octet-stream"
            })
    void takesInNothingButJson(String type) {
        refused(
                as(Role.INSTITUTION)
                        .post()
                        .uri("/api/v1/applications")
                        .header("Content-Type", type)
                        .bodyValue(Samples.APPLICATION.getBytes(StandardCharsets.UTF_8))
                        .exchange(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    private static void refused(WebTestClient.ResponseSpec answer, int status, String code) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private WebTestClient.ResponseSpec apply(byte[] body) {
        return as(Role.INSTITUTION)
                .post()
                .uri("/api/v1/applications")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer value) {
                bytes.write(value);
            } else {
                bytes.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
