package jp.shomei.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class EndpointAccessTest extends HttpTest {
    private static final String CERTIFICATE = "/api/v1/certificates/" + Samples.REQUEST_ID;
    private static final String NOTICE = "/api/v1/notices/" + Samples.NOTICE_ID;
    private static final String LEDGER = "/api/v1/ledgers/2024-06";
    private static final String BILL = "/api/v1/bills/2024-06-0110100013";
    private static final String CHARGE = "/api/v1/charges/L-" + Samples.REQUEST_ID;
    private static final List<Route> ROUTES = List.of(
            json("PUT", "/api/v1/institutions/{code}", "/api/v1/institutions/0110100013", Role.OPERATOR),
            get("/api/v1/institutions/{code}", "/api/v1/institutions/0110100013", Role.OPERATOR, Role.OFFICER),
            new Route(
                    "POST",
                    "/api/v1/institutions/import",
                    "/api/v1/institutions/import",
                    MediaType.parseMediaType("text/csv"),
                    EnumSet.of(Role.OPERATOR)),
            json("POST", "/api/v1/applications", "/api/v1/applications", Role.INSTITUTION),
            get(
                    "/api/v1/certificates",
                    "/api/v1/certificates?institution=0110100013",
                    Role.INSTITUTION,
                    Role.OFFICER,
                    Role.AUDITOR),
            get("/api/v1/certificates/{requestId}", CERTIFICATE, Role.INSTITUTION, Role.OFFICER, Role.AUDITOR),
            post("/api/v1/certificates/{requestId}/cancellation", CERTIFICATE + "/cancellation", Role.INSTITUTION),
            post("/api/v1/certificates/{requestId}/approval", CERTIFICATE + "/approval", Role.OFFICER),
            json("POST", "/api/v1/certificates/{requestId}/rejection", CERTIFICATE + "/rejection", Role.OFFICER),
            json("PATCH", "/api/v1/certificates/{requestId}", CERTIFICATE, Role.INSTITUTION),
            json(
                    "POST",
                    "/api/v1/certificates/{requestId}/revocation",
                    CERTIFICATE + "/revocation",
                    Role.TERMINAL,
                    Role.INSTITUTION,
                    Role.OFFICER),
            post(
                    "/api/v1/certificates/{requestId}/revocation/approval",
                    CERTIFICATE + "/revocation/approval",
                    Role.OFFICER),
            json(
                    "POST",
                    "/api/v1/certificates/{requestId}/revocation/refusal",
                    CERTIFICATE + "/revocation/refusal",
                    Role.OFFICER),
            json(
                    "POST",
                    "/api/v1/certificates/{requestId}/download-period",
                    CERTIFICATE + "/download-period",
                    Role.OFFICER),
            json("POST", "/api/v1/certificates/{requestId}/notice", CERTIFICATE + "/notice", Role.OFFICER),
            get("/api/v1/applications", "/api/v1/applications", Role.OFFICER),
            get("/api/v1/revocations", "/api/v1/revocations", Role.OFFICER),
            json(
                    "POST",
                    "/api/v1/certificates/{requestId}/renewal",
                    CERTIFICATE + "/renewal",
                    Role.TERMINAL,
                    Role.INSTITUTION),
            get("/api/v1/certificates/{requestId}/history", CERTIFICATE + "/history", Role.AUDITOR),
            get("/api/v1/notices", "/api/v1/notices?dispatchOn=2021-09-13", Role.MAILROOM),
            get("/api/v1/notices/{noticeId}", NOTICE, Role.MAILROOM),
            get("/api/v1/notices/{noticeId}.pdf", NOTICE + ".pdf", Role.MAILROOM),
            get("/api/v1/posting-batches/{batchId}.zip", "/api/v1/posting-batches/20210913.zip", Role.MAILROOM),
            json("POST", "/api/v1/notices/{noticeId}/dispatch", NOTICE + "/dispatch", Role.MAILROOM),
            post("/api/v1/notices/{noticeId}/delivery", NOTICE + "/delivery", Role.MAILROOM),
            json("POST", "/api/v1/notices/{noticeId}/return", NOTICE + "/return", Role.MAILROOM),
            post("/api/v1/notices/{noticeId}/resend", NOTICE + "/resend", Role.MAILROOM, Role.OFFICER),
            json("POST", "/api/v1/notices/{noticeId}/contact", NOTICE + "/contact", Role.OFFICER),
            get("/api/v1/notices/returned", "/api/v1/notices/returned", Role.OFFICER, Role.MAILROOM),
            get("/api/v1/notices/late", "/api/v1/notices/late", Role.OFFICER, Role.MAILROOM),
            new Route(
                    "POST",
                    "/api/v1/notices/results",
                    "/api/v1/notices/results",
                    MediaType.parseMediaType("text/csv"),
                    EnumSet.of(Role.MAILROOM)),
            get("/api/v1/posting-batches", "/api/v1/posting-batches", Role.MAILROOM, Role.OPERATOR),
            get(
                    "/api/v1/posting-batches/{batchId}",
                    "/api/v1/posting-batches/B20210913-1",
                    Role.MAILROOM,
                    Role.OPERATOR),
            get("/api/v1/mails", "/api/v1/mails?state=GIVEN_UP", Role.OFFICER, Role.AUDITOR),
            get("/api/v1/mails/{mailId}", "/api/v1/mails/5c4e1f0a-event", Role.OFFICER, Role.AUDITOR),
            json("POST", "/api/v1/mails/{mailId}/resend", "/api/v1/mails/5c4e1f0a-event/resend", Role.OFFICER),
            get("/api/v1/reminders", "/api/v1/reminders?on=2024-06-10&channel=EMAIL", Role.OFFICER, Role.INSTITUTION),
            get("/api/v1/reminders/forecast", "/api/v1/reminders/forecast", Role.OFFICER),
            get(
                    "/api/v1/reminders/terminal",
                    "/api/v1/reminders/terminal?channel=CARD_READER&serialNumber=0a1b",
                    Role.TERMINAL,
                    Role.INSTITUTION,
                    Role.OFFICER),
            get(
                    "/api/v1/institutions/{code}/reminders",
                    "/api/v1/institutions/0110100013/reminders",
                    Role.INSTITUTION,
                    Role.OFFICER),
            get("/api/v1/ledgers/{month}", LEDGER, Role.BILLING),
            post("/api/v1/ledgers/{month}/close", LEDGER + "/close", Role.BILLING),
            json("POST", "/api/v1/ledgers/{month}/results", LEDGER + "/results", Role.BILLING),
            get("/api/v1/ledgers/{month}/files/{file}.csv", LEDGER + "/files/slips.csv", Role.BILLING),
            get("/api/v1/ledgers/{month}/bills", LEDGER + "/bills", Role.BILLING, Role.AUDITOR),
            get("/api/v1/ledgers/{month}/balance", LEDGER + "/balance", Role.BILLING, Role.AUDITOR),
            get("/api/v1/bills/{billId}", BILL, Role.BILLING, Role.OFFICER, Role.INSTITUTION),
            get("/api/v1/bills/{billId}/slip.pdf", BILL + "/slip.pdf", Role.BILLING, Role.OFFICER, Role.INSTITUTION),
            json("POST", "/api/v1/bills/{billId}/write-off", BILL + "/write-off", Role.OFFICER),
            get(
                    "/api/v1/institutions/{code}/bills",
                    "/api/v1/institutions/0110100013/bills",
                    Role.INSTITUTION,
                    Role.BILLING,
                    Role.OFFICER),
            get("/api/v1/charges/{chargeId}", CHARGE, Role.BILLING, Role.OFFICER, Role.AUDITOR),
            json("POST", "/api/v1/charges/{chargeId}/reversal", CHARGE + "/reversal", Role.OFFICER),
            get(
                    "/api/v1/certificates/{requestId}/charges",
                    CERTIFICATE + "/charges",
                    Role.BILLING,
                    Role.OFFICER,
                    Role.AUDITOR,
                    Role.INSTITUTION),
            get("/api/v1/backups", "/api/v1/backups", Role.OPERATOR),
            post("/api/v1/backups", "/api/v1/backups", Role.OPERATOR),
            get("/api/v1/projections", "/api/v1/projections", Role.OPERATOR),
            post("/api/v1/projections/{name}/replay", "/api/v1/projections/certificate-status/replay", Role.OPERATOR),
            get("/api/v1/dead-letters", "/api/v1/dead-letters", Role.OPERATOR),
            get("/api/v1/dead-letters/{id}", "/api/v1/dead-letters/x", Role.OPERATOR),
            post("/api/v1/dead-letters/{id}/retry", "/api/v1/dead-letters/x/retry", Role.OPERATOR),
            json("POST", "/api/v1/dead-letters/{id}/skip", "/api/v1/dead-letters/x/skip", Role.OPERATOR),
            get("/api/v1/skipped-events", "/api/v1/skipped-events?aggregate=x", Role.OPERATOR, Role.AUDITOR),
            get(
                    "/api/v1/clock",
                    "/api/v1/clock",
                    EnumSet.complementOf(EnumSet.of(Role.MONITOR)).toArray(Role[]::new)),
            json("POST", "/api/v1/clock", "/api/v1/clock", Role.OPERATOR));
    private static final Set<String> OPEN = Set.of(
            "POST /download/p12",
            "POST /download/csr",
            "GET /ca/root.crt",
            "GET /ca/issuing.crt",
            "GET /ca/crt/{issuer}.crt",
            "GET /ca/issuing.crl",
            "GET /ca/crl/{name}.crl",
            "POST /ocsp",
            "GET /ocsp/{*base64}",
            "GET /openapi.json");
    private static final Set<String> AT_TERMINALS = Set.of(
            "GET /.well-known/est/cacerts",
            "GET /.well-known/est/csrattrs",
            "POST /.well-known/est/simpleenroll",
            "POST /.well-known/est/simplereenroll");

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping endpoints;

    private record Route(
            String method,
            String pattern,
            String uri,
            @Nullable MediaType body,
            Set<Role> allowed) {
        String name() {
            return method + " " + pattern;
        }
    }

    @TestFactory
    Stream<DynamicTest> letsTheRightRolesThroughAndNobodyElse() {
        return ROUTES.stream()
                .map(route -> dynamicTest(route.name(), () -> {
                    for (Role role : Role.values()) {
                        int status = status(as(role), route);
                        // whatever comes after the door is another test's concern
                        boolean allowed = role.isByToken() && route.allowed().contains(role);
                        assertThat(status == 403 || status == 401)
                                .as("%s as %s: %s", route.name(), role, status)
                                .isNotEqualTo(allowed);
                        assertThat(status == 401).isNotEqualTo(role.isByToken());
                    }
                    assertThat(status(anybody(), route)).isEqualTo(401);
                }));
    }

    @Test
    void hasARuleForEveryEndpoint() {
        Set<String> expected = new TreeSet<>(OPEN);
        expected.addAll(AT_TERMINALS);
        ROUTES.forEach(route -> expected.add(route.name()));

        Set<String> mapped = endpoints.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method -> entry.getKey().getPatternsCondition().getPatterns().stream()
                                .map(pattern -> method + " " + pattern.getPatternString())))
                .filter(name -> !name.contains("yaml"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(mapped).isEqualTo(expected);
    }

    @Test
    void showsWhatIsForTerminalsToNobodyElse() {
        for (String endpoint : AT_TERMINALS) {
            String[] parts = endpoint.split(" ", 2);
            for (WebTestClient client : List.of(anybody(), as(Role.INSTITUTION))) {
                client.method(HttpMethod.valueOf(parts[0]))
                        .uri(parts[1])
                        .header("Authorization", "Basic MDox")
                        .contentType(MediaType.parseMediaType("application/pkcs10"))
                        .bodyValue("AAAA")
                        .exchange()
                        .expectStatus()
                        .isNotFound()
                        .expectHeader()
                        .doesNotExist("WWW-Authenticate");
            }
        }
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void refusesAnEndpointThatNamesNobody() {
        anybody().get().uri("/openapi.json.yaml").exchange().expectStatus().isUnauthorized();
        as(Role.OPERATOR)
                .get()
                .uri("/openapi.json.yaml")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void tellsAStrangerNothingOfThePathsThatExist() {
        anybody().get().uri("/api/v1/nothing").exchange().expectStatus().isUnauthorized();
        anybody().delete().uri("/api/v1/clock").exchange().expectStatus().isUnauthorized();
        anybody().options().uri("/api/v1/clock").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void cannotBeFooledByAnotherSpellingOfThePath() {
        for (String path : List.of(
                "/%61pi/v1/clock",
                "/api/v1/%63lock", "//api/v1/clock", "/api/v1/clock/", "/api;a=b/v1/clock", "/API/v1/clock")) {
            int status = anybody()
                    .get()
                    .uri(java.net.URI.create("http://127.0.0.1:" + port + path))
                    .exchange()
                    .returnResult(Void.class)
                    .getStatus()
                    .value();
            assertThat(status).as(path).isIn(400, 401, 404);
        }
    }

    @Test
    void knowsNobodyByAnythingButABearerToken() {
        for (String authorization : List.of(
                "Bearer nobody", "Bearer", "bearer ", "Basic b2ZmaWNlcjpvZmZpY2Vy", "Bearer a b", "Bearer \u00e9")) {
            anybody()
                    .get()
                    .uri("/api/v1/clock")
                    .header("Authorization", authorization)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .valueMatches("WWW-Authenticate", "Bearer.*")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("UNAUTHENTICATED");
        }
        anybody()
                .get()
                .uri("/api/v1/clock?access_token=operator-token")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void saysThatItIsItsOwnFaultWhenTokensCannotBeLookedUp() {
        anybody()
                .get()
                .uri("/api/v1/clock")
                .header("Authorization", "Bearer store-is-down")
                .exchange()
                .expectStatus()
                .is5xxServerError()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INTERNAL_ERROR");
    }

    @Test
    void keepsNoSessionAndSendsTheHeadersOfACarefulServer() {
        as(Role.OFFICER)
                .get()
                .uri("/api/v1/clock")
                .exchange()
                .expectHeader()
                .doesNotExist("Set-Cookie")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueMatches("Cache-Control", ".*no-store.*")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'none'.*");
    }

    private static int status(WebTestClient client, Route route) {
        WebTestClient.RequestBodySpec request =
                client.method(HttpMethod.valueOf(route.method())).uri(route.uri());
        MediaType body = route.body();
        if (body != null) {
            request.contentType(body).bodyValue("{}");
        }
        return request.exchange().returnResult(byte[].class).getStatus().value();
    }

    private static Route get(String pattern, String uri, Role... allowed) {
        return new Route("GET", pattern, uri, null, Set.copyOf(Arrays.asList(allowed)));
    }

    private static Route post(String pattern, String uri, Role... allowed) {
        return new Route("POST", pattern, uri, null, Set.copyOf(Arrays.asList(allowed)));
    }

    private static Route json(String method, String pattern, String uri, Role... allowed) {
        return new Route(method, pattern, uri, MediaType.APPLICATION_JSON, Set.copyOf(Arrays.asList(allowed)));
    }
}
