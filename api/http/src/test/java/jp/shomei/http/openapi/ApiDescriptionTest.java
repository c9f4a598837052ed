package jp.shomei.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import jp.shomei.http.HttpTest;
import jp.shomei.http.json.WebJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class ApiDescriptionTest extends HttpTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping endpoints;

    private JsonNode api = WebJson.MAPPER.createObjectNode();

    @BeforeEach
    void read() {
        byte[] body = anybody()
                .get()
                .uri("/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/json")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
        api = WebJson.MAPPER.readTree(body);
    }

    @Test
    void coversEveryEndpointAndNoOther() {
        Set<String> described = new TreeSet<>();
        forEachOperation((name, operation) -> described.add(name));

        assertThat(described).isEqualTo(handlers().collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void namesTheTokenOfEveryGuardedEndpoint() {
        assertThat(api.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        forEachOperation((name, operation) -> {
            boolean guarded = name.contains("/api/v1/");
            if (name.contains("/.well-known/")) {
                return;
            }
            assertThat(operation.path("security").isEmpty()).as(name).isNotEqualTo(guarded);
            assertThat(operation.path("responses").has("401")).as(name).isEqualTo(guarded);
            assertThat(operation.path("description").asString("").startsWith("Token of: "))
                    .as(name)
                    .isEqualTo(guarded);
        });
    }

    @Test
    void namesTheCertificateWhereTerminalsAreKnownByIt() {
        JsonNode paths = api.path("paths");
        assertThat(paths.at("/~1.well-known~1est~1simplereenroll/post/security").toString())
                .isEqualTo("[{\"certificate\":[]}]");
        assertThat(paths.at("/~1api~1v1~1certificates~1{requestId}~1renewal/post/security")
                        .toString())
                .isEqualTo("[{\"token\":[]},{\"certificate\":[]}]");
        assertThat(paths.at("/~1api~1v1~1certificates~1{requestId}~1revocation/post/security")
                        .toString())
                .isEqualTo("[{\"token\":[]},{\"certificate\":[]}]");
        assertThat(paths.at("/~1api~1v1~1reminders~1terminal/get/security").toString())
                .isEqualTo("[{\"token\":[]},{\"certificate\":[]}]");
        assertThat(paths.at("/~1.well-known~1est~1cacerts/get/security").isEmpty())
                .isTrue();
    }

    @Test
    void describesEveryRefusalAsAProblem() {
        forEachOperation((name, operation) -> {
            JsonNode responses = operation.path("responses");
            assertThat(responses.propertyNames())
                    .as(name)
                    .contains("400", "500", "503", "406")
                    .doesNotContain("default");
            responses.forEachEntry((status, response) -> {
                if (!status.startsWith("2")) {
                    assertThat(response.at("/content/application~1problem+json/schema/$ref")
                                    .asString())
                            .as(name + " " + status)
                            .isEqualTo("#/components/schemas/Problem");
                    assertThat(response.path("content")).hasSize(1);
                }
            });
            assertThat(responses.has("415")).as(name).isEqualTo(operation.has("requestBody"));
        });
    }

    @Test
    void pointsToNothingThatIsNotThere() {
        for (JsonNode reference : api.findValues("$ref")) {
            assertThat(api.at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse();
        }
    }

    @Test
    void saysWhatIsAlwaysThere() {
        assertThat(strings(api.at("/components/schemas/Problem/required")))
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "code");
        assertThat(strings(api.at("/components/schemas/CertificateView/required")))
                .contains("requestId", "status", "operations")
                .doesNotContain("issuedOn", "serialNumber");
    }

    @Test
    void describesCodesAsTheyAreWritten() {
        assertThat(api.at("/components/schemas/ApplicationForm/properties/feeAccepted/type")
                        .asString())
                .isEqualTo("boolean");
        assertThat(strings(api.at("/components/schemas/Application/properties/category/enum")))
                .contains("1", "n", "s");
        assertThat(api.at("/components/schemas/Application/properties/institution/type")
                        .asString())
                .isEqualTo("string");
    }

    @Test
    void describesMonthsAsTheyAreWritten() {
        assertThat(api.at("/components/schemas/Month/properties/month/type").asString())
                .isEqualTo("string");
    }

    @Test
    void describesTheFilesThatAreNoJson() {
        assertThat(operation("/download/p12").at("/responses/200/content").propertyNames())
                .containsExactly("application/x-pkcs12");
        assertThat(operation("/api/v1/institutions/import")
                        .at("/requestBody/content")
                        .propertyNames())
                .containsExactly("text/csv");
    }

    @Test
    void tellsOfTheConsistencyToken() {
        assertThat(operation("/api/v1/applications")
                        .at("/responses/201/headers")
                        .propertyNames())
                .containsExactly("Consistency-Token");
        assertThat(api.path("paths")
                        .path("/api/v1/certificates")
                        .path("get")
                        .path("parameters")
                        .toString())
                .contains("\"Consistency-Token\"");
    }

    @Test
    void tellsOfTheConsistencyTokenOfWhateverHandsOutACertificate() {
        for (String path : List.of(
                "/api/v1/certificates/{requestId}/renewal",
                "/download/p12",
                "/download/csr",
                "/.well-known/est/simpleenroll",
                "/.well-known/est/simplereenroll")) {
            assertThat(operation(path).at("/responses/200/headers").propertyNames())
                    .as(path)
                    .contains("Consistency-Token");
        }
    }

    @Test
    void tellsHowAChangeOfACertificateIsAnswered() {
        String certificate = "/api/v1/certificates/{requestId}";
        List<JsonNode> changes = List.of(
                operation(certificate + "/cancellation"),
                operation(certificate + "/approval"),
                operation(certificate + "/revocation"),
                operation(certificate + "/notice"),
                api.path("paths").path(certificate).path("patch"));

        for (JsonNode change : changes) {
            assertThat(answer(change, "200")).endsWith("/CertificateDetailView");
            assertThat(answer(change, "202")).endsWith("/RecordedChange");
        }
        assertThat(operation(certificate + "/approval").path("parameters").toString())
                .contains("\"If-Match\"");
    }

    @Test
    void comesWithoutAUserInterface() {
        for (String path : List.of("/swagger-ui.html", "/swagger-ui/index.html", "/webjars/swagger-ui/index.html")) {
            anybody().get().uri(path).exchange().expectStatus().isNotFound();
        }
    }

    private static String answer(JsonNode operation, String status) {
        return operation
                .path("responses")
                .path(status)
                .at("/content/application~1json/schema/$ref")
                .asString();
    }

    private JsonNode operation(String path) {
        return api.path("paths").path(path).path("post");
    }

    private void forEachOperation(BiConsumer<String, JsonNode> look) {
        assertThat(api.path("paths").size()).isPositive();
        api.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) ->
                        look.accept(method.toUpperCase(java.util.Locale.ROOT) + " " + path, operation)));
    }

    private java.util.stream.Stream<String> handlers() {
        return endpoints.getHandlerMethods().entrySet().stream()
                .filter(entry -> isOurs(entry.getValue()))
                .map(entry -> entry.getKey()
                                .getMethodsCondition()
                                .getMethods()
                                .iterator()
                                .next() + " "
                        + entry.getKey()
                                .getPatternsCondition()
                                .getPatterns()
                                .iterator()
                                .next()
                                .getPatternString()
                                .replace("{*", "{"));
    }

    private static boolean isOurs(HandlerMethod endpoint) {
        return endpoint.getBeanType().getPackageName().startsWith("jp.shomei");
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
