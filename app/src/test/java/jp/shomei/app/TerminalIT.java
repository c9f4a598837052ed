package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The port for terminals, as curl and openssl use it. These judge the server's certificate by the real clock, so the
 * simulated one begins in the past, by so much that the certificates can be renewed today, after a restart.
 */
class TerminalIT {

    private static final OffsetDateTime NOW =
            OffsetDateTime.now(ZoneOffset.ofHours(9)).truncatedTo(ChronoUnit.SECONDS);
    private static final OffsetDateTime BEGINNING = NOW.minusMonths(37);
    private static final String SUBJECT = "/C=JP/O=Online Billing NW Common/CN=" + Clinic.CODE;

    @TempDir
    static Path scratch;

    private static RunningShomei shomei;
    private static Shell shell;
    private static String first = "";
    private static String second = "";
    private static String lost = "";

    @BeforeAll
    static void enrolThreeTerminals() throws Exception {
        shomei =
                RunningShomei.start(scratch.resolve("data"), "--shomei.terminal.port=0", "--shomei.clock=" + BEGINNING);
        shell = new Shell(Files.createDirectory(scratch.resolve("terminal")));
        Files.write(
                file("root.der"), shomei.get(null, "/ca/root.crt").expect(200).bytes());
        openssl("x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem");
        Clinic.register(shomei);
        first = enrol("first");
        second = enrol("second");
        lost = enrol("lost");
        shomei.close();
        shomei = start(NOW);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        shomei.close();
    }

    @Test
    void tellsTheAuthoritysCertificates() {
        assertThat(curl("cacerts.b64", "/.well-known/est/cacerts")).isEqualTo(200);
        openssl("base64", "-d", "-in", "cacerts.b64", "-out", "cacerts.der");
        openssl("pkcs7", "-inform", "DER", "-in", "cacerts.der", "-print_certs", "-out", "cacerts.pem");
        assertThat(openssl("verify", "-CAfile", "root.pem", "-untrusted", "cacerts.pem", "first.crt"))
                .contains("OK");
    }

    @Test
    void renewsByEstWithTheCertificateItself() {
        request("renewed", SUBJECT);
        assertThat(curl("renewed.b64", "/.well-known/est/simplereenroll", as("first", pkcs10("renewed"))))
                .isEqualTo(200);
        certificate("renewed");
        assertThat(openssl("x509", "-in", "renewed.crt", "-noout", "-serial"))
                .isNotEqualTo(openssl("x509", "-in", "first.crt", "-noout", "-serial"));

        assertThat(curl("again.b64", "/.well-known/est/simplereenroll", as("first", pkcs10("renewed"))))
                .isEqualTo(200);
        assertThat(file("again.b64")).hasSameTextualContentAs(file("renewed.b64"));
        assertThat(connects("renewed")).as("at once").isTrue();

        request("other", "/C=JP/O=Online Billing NW Common/CN=0110100013");
        assertThat(curl("error.txt", "/.well-known/est/simplereenroll", as("renewed", pkcs10("other"))))
                .isEqualTo(400);
        assertThat(file("error.txt")).content().contains("INVALID_FIELDS");
    }

    @Test
    void renewsByHttpWithTheCertificateItselfAndNobodyElses() {
        String[] order = {"-H", "Content-Type: application/json", "-d", "{\"password\":\"2468\"}"};
        String renewal = "/api/v1/certificates/" + second + "/renewal";
        assertThat(curl("foreign.json", renewal, as("first", order))).isEqualTo(403);
        assertThat(file("foreign.json")).content().contains("NOT_YOUR_CERTIFICATE");
        assertThat(curl("nobody.json", renewal, order)).isEqualTo(403);
        String bearer = "Authorization: Bearer " + shomei.token("institution");
        assertThat(curl("token.json", renewal, with(order, "-H", bearer))).isEqualTo(403);

        assertThat(curl("renewed.p12", renewal, as("second", order))).isEqualTo(200);
        openssl("pkcs12", "-in", "renewed.p12", "-passin", "pass:2468", "-nodes", "-out", "renewed-p12.pem");
        assertThat(openssl("x509", "-in", "renewed-p12.pem", "-noout", "-subject"))
                .contains(Clinic.CODE);
    }

    @Test
    void revokesItselfAndIsRefusedFromThenOn() {
        String revocation = "/api/v1/certificates/" + lost + "/revocation";
        String[] order = {"-H", "Content-Type: application/json", "-d", "{\"reason\":\"keyCompromise\"}"};
        assertThat(curl("foreign.json", revocation, as("first", order))).isEqualTo(403);
        assertThat(file("foreign.json")).content().contains("NOT_YOUR_CERTIFICATE");
        request("after", SUBJECT);
        assertThat(connects("lost")).isTrue();

        assertThat(curl("revoked.json", revocation, as("lost", order))).isEqualTo(200);
        assertThat(file("revoked.json")).content().contains("REVOKED");

        long acknowledged = System.nanoTime();
        Await.until(() -> !connects("lost"));
        assertThat(Duration.ofNanos(System.nanoTime() - acknowledged)).isLessThan(Duration.ofSeconds(1));
        for (String path : List.of("/.well-known/est/simplereenroll", "/api/v1/certificates/" + lost + "/renewal")) {
            String[] renewal = as("lost", with(pkcs10("after"), "-sS", "--cacert", "root.pem", address(path)));
            assertThat(shell.run(with(new String[] {"curl"}, renewal)).exit())
                    .as(path)
                    .isNotZero();
        }
        JsonNode revoked = RecordedHistory.of(shomei, lost).onlyOne("CertificateRevoked");
        assertThat(revoked.get("requester").asString()).isEqualTo("TERMINAL");
        assertThat(RecordedHistory.of(shomei, lost).types()).doesNotContain("CertificateRenewed");
    }

    @Test
    void letsOnlyItsOwnCertificatesThroughTheHandshake() {
        assertThat(connects("first")).isTrue();
        assertThat(handshake("-tls1_2")).as("none presented").isZero();
        openssl(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-subj",
                SUBJECT,
                "-keyout",
                "foreign.key",
                "-out",
                "foreign.crt");
        assertThat(connects("foreign")).isFalse();
        assertThat(shell.run(
                                "curl",
                                "-s",
                                "--cacert",
                                "root.pem",
                                "--cert",
                                "foreign.crt",
                                "--key",
                                "foreign.key",
                                address("/.well-known/est/csrattrs"))
                        .exit())
                .isNotZero();
    }

    @Test
    void asksForTheIdsOnTheNotice() {
        request("stranger", SUBJECT);
        assertThat(curl("stranger.txt", "/.well-known/est/simpleenroll", pkcs10("stranger")))
                .isEqualTo(401);
        assertThat(curl(
                        "stranger.txt",
                        "/.well-known/est/simpleenroll",
                        with(pkcs10("stranger"), "-u", first + ":0000-0000-0000")))
                .isEqualTo(401);
    }

    @Test
    void isNotOnTheMainPort() {
        shomei.get(null, "/.well-known/est/cacerts").expect(404);
        assertThat(curl("health.json", "/actuator/health")).isEqualTo(403);
    }

    private static RunningShomei start(OffsetDateTime clock) {
        return RunningShomei.start(scratch.resolve("data"), "--shomei.terminal.port=0", "--shomei.clock=" + clock);
    }

    private static String enrol(String name) {
        String requestId = Clinic.apply(shomei, Clinic.NAME);
        String reference = Notices.referenceId(shomei, requestId, BEGINNING.toLocalDate());
        request(name, SUBJECT);
        assertThat(curl(
                        name + ".b64",
                        "/.well-known/est/simpleenroll",
                        with(pkcs10(name), "-u", requestId + ":" + reference)))
                .isEqualTo(200);
        certificate(name);
        assertThat(connects(name)).as("at once").isTrue();
        return requestId;
    }

    private static void request(String name, String subject) {
        openssl(
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-subj",
                subject,
                "-keyout",
                name + ".key",
                "-outform",
                "DER",
                "-out",
                name + ".req");
        openssl("base64", "-in", name + ".req", "-out", name + ".req.b64");
    }

    private static void certificate(String name) {
        openssl("base64", "-d", "-in", name + ".b64", "-out", name + ".p7");
        openssl("pkcs7", "-inform", "DER", "-in", name + ".p7", "-print_certs", "-out", name + ".crt");
    }

    private static String[] pkcs10(String name) {
        return new String[] {
            "-H", "Content-Type: application/pkcs10",
            "-H", "Content-Transfer-Encoding: base64",
            "--data-binary", "@" + name + ".req.b64"
        };
    }

    private static String[] as(String name, String... options) {
        return with(options, "--cert", name + ".crt", "--key", name + ".key");
    }

    private static String[] with(String[] options, String... more) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** The status of the answer, which is saved. */
    private static int curl(String saveAs, String path, String... options) {
        List<String> command = new ArrayList<>(
                List.of("curl", "-sS", "--cacert", "root.pem", "-o", saveAs, "-w", "%{http_code}", address(path)));
        command.addAll(List.of(options));
        return Integer.parseInt(
                shell.run(command.toArray(String[]::new)).expectSuccess().output());
    }

    private static boolean connects(String name) {
        return handshake("-tls1_2", "-cert", name + ".crt", "-key", name + ".key") == 0;
    }

    /** How a handshake ends; in TLS 1.2 it ends with the server's verdict on the client. */
    private static int handshake(String... options) {
        String server = "localhost:" + shomei.terminalPort();
        List<String> command = new ArrayList<>(
                List.of("openssl", "s_client", "-connect", server, "-CAfile", "root.pem", "-verify_return_error"));
        command.addAll(List.of(options));
        return shell.run(command.toArray(String[]::new)).exit();
    }

    private static String openssl(String... options) {
        return shell.run(with(new String[] {"openssl"}, options))
                .expectSuccess()
                .output();
    }

    private static String address(String path) {
        return "https://localhost:" + shomei.terminalPort() + path;
    }

    private static Path file(String name) {
        return scratch.resolve("terminal").resolve(name);
    }
}
