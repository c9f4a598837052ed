package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.shomei.app.axon.Reactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main way through the system, as the README walks it, on the simulated clock. */
class OneCertificatesWayIT {

    @TempDir
    static Path scratch;

    private static RunningShomei shomei;

    @BeforeAll
    static void start() {
        shomei = RunningShomei.start(
                scratch.resolve("data"), "--shomei.clock=2021-03-10T09:00:00+09:00", "--shomei.key-pool=2");
        Clinic.register(shomei);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        shomei.close();
    }

    @Test
    void aClinicComesFromRegistrationToAnInstalledCertificate() throws Exception {
        RunningShomei.Answer applied = shomei.post(
                        "institution", "/api/v1/applications", Clinic.application(Clinic.NAME))
                .expect(201);
        String requestId = applied.json().get("requestId").asString();
        assertThat(requestId).startsWith("20210310").hasSize(15);
        assertThat(applied.json().get("status").asString()).isEqualTo("ISSUED");

        JsonNode row = row(requestId, applied.header("Consistency-Token"));
        assertThat(row.get("statusLabel").asString()).isEqualTo("発行済み");
        assertThat(row.get("issuedOn").asString()).isEqualTo("2021-03-10");
        assertThat(row.get("expiresOn").asString()).isEqualTo("2024-06-10");
        assertThat(row.get("downloadUntil").asString()).isEqualTo("2021-09-06");
        assertThat(row.get("commonName").asString()).isEqualTo(Clinic.CODE);

        JsonNode box = box(requestId, "2021-03-11");
        assertThat(box.get("validUntil").asString()).isEqualTo("2024-06-10");
        assertThat(box.get("downloadUntil").asString()).isEqualTo("2021-09-06");

        Map<String, String> download = Map.of(
                "requestId", requestId, "referenceId", box.get("referenceId").asString(), "password", "2468");
        byte[] first = shomei.post(null, "/download/p12", download).expect(200).bytes();
        X509Certificate certificate = certificateIn(first, "2468");
        assertThat(certificate.getNotBefore().toInstant()).isEqualTo(Instant.parse("2021-03-09T15:00:00Z"));
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(Instant.parse("2024-06-10T14:59:59Z"));
        assertThat(certificate.getSubjectX500Principal().getName()).contains("CN=" + Clinic.CODE);

        byte[] again = shomei.post(null, "/download/p12", download).expect(200).bytes();
        assertThat(certificateIn(again, "2468")).isEqualTo(certificate);
        opensslAccepts(first);
    }

    @Test
    void onlyAnOperatorIsToldHowReactionsAndReadModelsStand() {
        JsonNode told = shomei.get("operator", "/actuator/health").expect(200).json();
        JsonNode reactions = told.get("components").get("reactions").get("details");
        assertThat(reactions.propertyNames()).containsExactlyInAnyOrderElementsOf(Reactions.GROUPS);
        assertThat(reactions.get("signing-completion").get("deadLetters").asInt())
                .isZero();
        assertThat(told.get("components")
                        .get("read-models")
                        .get("details")
                        .get("certificate-status")
                        .get("state")
                        .asString())
                .isEqualTo("RUNNING");

        for (String role : new String[] {null, "officer"}) {
            assertThat(shomei.get(role, "/actuator/health").expect(200).json().has("components"))
                    .isFalse();
            shomei.get(role, "/actuator/health/reactions").expect(404);
        }
        for (String probe : List.of("liveness", "readiness")) {
            assertThat(shomei.get(null, "/actuator/health/" + probe).expect(200).text())
                    .isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void anApplicationThatDiffersWaitsForAnOfficerWhoDecidesOnce() {
        String requestId = Clinic.apply(shomei, "よその医院");
        assertThat(detail(requestId).get("findings").get(0).get("kind").asString())
                .isEqualTo("NAME_DIFFERS");
        shomei.post("officer", "/api/v1/certificates/" + requestId + "/approval", "")
                .expect(200);
        RunningShomei.Answer second =
                shomei.post("officer", "/api/v1/certificates/" + requestId + "/rejection", Map.of("reason", "重複"));
        assertThat(second.expect(409).json().get("code").asString()).isEqualTo("NOT_WAITING_APPROVAL");
    }

    @Test
    void ofTwoOfficersDecidingAtTheSameMomentOneWins() throws Exception {
        for (int round = 0; round < 10; round++) {
            String path = "/api/v1/certificates/" + Clinic.apply(shomei, "よその医院");
            List<Callable<Integer>> officers =
                    List.of(() -> shomei.post("officer", path + "/approval", "").status(), () -> shomei.post(
                                    "officer", path + "/rejection", Map.of("reason", "名称が届出と異なります。"))
                            .status());
            try (ExecutorService desks = Executors.newFixedThreadPool(2)) {
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> decision : desks.invokeAll(officers)) {
                    answers.add(decision.get(30, TimeUnit.SECONDS));
                }
                assertThat(answers).containsExactlyInAnyOrder(200, 409);
            }
        }
    }

    @Test
    void aWrongReferenceIdAndAnUnknownRequestIdGetTheSameAnswer() {
        String requestId = Clinic.apply(shomei, Clinic.NAME);
        RunningShomei.Answer wrong = shomei.post(
                null,
                "/download/p12",
                Map.of("requestId", requestId, "referenceId", "AAAA-AAAA-AAAA", "password", "2468"));
        RunningShomei.Answer unknown = shomei.post(
                null,
                "/download/p12",
                Map.of("requestId", "202103109999999", "referenceId", "AAAA-AAAA-AAAA", "password", "2468"));
        assertThat(wrong.expect(403).text()).isEqualTo(unknown.expect(403).text());
    }

    @Test
    void theHistoryTellsWhatWasKnownWhen() {
        String requestId = Clinic.apply(shomei, "よその医院");
        Instant before = OffsetDateTime.parse(
                        shomei.get("officer", "/api/v1/clock").json().get("now").asString())
                .toInstant();
        shomei.post("officer", "/api/v1/certificates/" + requestId + "/approval", "")
                .expect(200);
        String path = "/api/v1/certificates/" + requestId + "/history";
        JsonNode all = shomei.get("auditor", path).expect(200).json();
        assertThat(all.get("events").valueStream().map(event -> event.get("type")
                        .asString()))
                .containsExactly("CertificateApplied", "ApplicationReferred", "CertificateIssued");
        assertThat(all.get("events").get(2).get("actor").asString()).isEqualTo("officer");
        JsonNode then =
                shomei.get("auditor", path + "?asOf=" + before).expect(200).json();
        assertThat(then.get("events").size()).isEqualTo(2);
        assertThat(then.get("state").get("status").asString()).isEqualTo("WAITING_APPROVAL");
    }

    @Test
    void theStatusTableIsRebuiltWhileItIsRead() throws InterruptedException {
        String requestId = Clinic.apply(shomei, Clinic.NAME);
        String table = "/api/v1/certificates?institution=" + Clinic.CODE + "&limit=200";
        JsonNode before = shomei.get("officer", table, "Consistency-Token", "CERTIFICATE:" + requestId + ":1")
                .expect(200)
                .json();
        shomei.post("operator", "/api/v1/projections/certificate-status/replay", "")
                .expect(202);
        Await.until(() -> {
            assertThat(shomei.get("officer", table)
                            .expect(200)
                            .json()
                            .get("items")
                            .size())
                    .isGreaterThanOrEqualTo(before.get("items").size());
            return "RUNNING"
                    .equals(projection("certificate-status").get("state").asString());
        });
        assertThat(shomei.get("officer", table).expect(200).json()).isEqualTo(before);
    }

    private static JsonNode projection(String name) {
        return shomei.get("operator", "/api/v1/projections")
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .filter(view -> view.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode row(String requestId, String token) {
        return shomei.get("institution", "/api/v1/certificates?institution=" + Clinic.CODE, "Consistency-Token", token)
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .filter(item -> item.get("requestId").asString().equals(requestId))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode detail(String requestId) {
        return shomei.get(
                        "officer",
                        "/api/v1/certificates/" + requestId,
                        "Consistency-Token",
                        "CERTIFICATE:" + requestId + ":1")
                .expect(200)
                .json();
    }

    /** The box of a certificate on its notice, once the notice is prepared. */
    private static JsonNode box(String requestId, String dispatchOn) throws InterruptedException {
        String noticeId = Await.value(() -> {
            JsonNode notice = detail(requestId).get("notice");
            return notice == null ? null : notice.get("noticeId").asString();
        });
        JsonNode listed = shomei.get("mailroom", "/api/v1/notices?dispatchOn=" + dispatchOn)
                .expect(200)
                .json();
        assertThat(listed.get("items").findValuesAsString("noticeId")).contains(noticeId);
        return shomei.get("mailroom", "/api/v1/notices/" + noticeId)
                .expect(200)
                .json()
                .get("boxes")
                .valueStream()
                .filter(one -> one.get("requestId").asString().equals(requestId))
                .findFirst()
                .orElseThrow();
    }

    private static X509Certificate certificateIn(byte[] pkcs12, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(pkcs12), password.toCharArray());
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }

    private static void opensslAccepts(byte[] pkcs12) throws Exception {
        Path file = Files.write(scratch.resolve("terminal.p12"), pkcs12);
        Path root = Files.write(
                scratch.resolve("root.crt"),
                shomei.get(null, "/ca/root.crt").expect(200).bytes());
        Path issuing = Files.write(
                scratch.resolve("issuing.crt"),
                shomei.get(null, "/ca/issuing.crt").expect(200).bytes());
        openssl("x509", "-inform", "DER", "-in", root.toString(), "-out", root + ".pem");
        openssl("x509", "-inform", "DER", "-in", issuing.toString(), "-out", issuing + ".pem");
        String opened = openssl("pkcs12", "-in", file.toString(), "-passin", "pass:2468", "-nodes", "-info");
        assertThat(opened).contains("PBES2, PBKDF2, AES-256-CBC").contains("BEGIN PRIVATE KEY");
        openssl("pkcs12", "-in", file.toString(), "-passin", "pass:2468", "-nokeys", "-clcerts", "-out", file + ".pem");
        String at = String.valueOf(Instant.parse("2021-03-10T03:00:00Z").getEpochSecond());
        assertThat(openssl(
                        "verify",
                        "-attime",
                        at,
                        "-purpose",
                        "sslclient",
                        "-CAfile",
                        root + ".pem",
                        "-untrusted",
                        issuing + ".pem",
                        file + ".pem"))
                .contains("OK");
    }

    private static String openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
