package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What those who rely on a certificate see before and after its revocation, with the tools they have. */
class RelyingPartyIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @TempDir
    static Path scratch;

    private static RunningShomei shomei;
    private static Shell shell;
    private static String requestId = "";
    private static Map<String, String> download = Map.of();

    @BeforeAll
    static void installACertificate() throws Exception {
        shomei = RunningShomei.start(
                scratch.resolve("data"), RunningShomei.DEFAULT_AUTHORITY, "--shomei.terminal.port=0");
        shell = new Shell(Files.createDirectory(scratch.resolve("relying-party")));
        Clinic.register(shomei);
        requestId = Clinic.apply(shomei, Clinic.NAME);
        String reference = Notices.referenceId(shomei, requestId, LocalDate.now(ZoneId.of("Asia/Tokyo")));
        download = Map.of("requestId", requestId, "referenceId", reference, "password", "2468");
        save("terminal.p12", shomei.post(null, "/download/p12", download).expect(200));
        openssl("pkcs12", "-in", "terminal.p12", "-passin", "pass:2468", "-nodes", "-out", "terminal.pem");
        for (String authority : List.of("root", "issuing")) {
            save(
                    authority + ".der",
                    shomei.get(null, "/ca/" + authority + ".crt").expect(200));
            openssl("x509", "-inform", "DER", "-in", authority + ".der", "-out", authority + ".pem");
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        shomei.close();
    }

    @Test
    void aRevokedCertificateIsGoodForNothingAtOnce() {
        assertThat(connects()).isTrue();
        assertThat(verify()).contains("terminal.pem: OK");
        assertThat(askOcsp("-cert", "terminal.pem")).contains("terminal.pem: good");
        assertThat(askOcsp("-serial", "0x1234567890abcdef1234567890abcdef")).contains(": unknown");

        shomei.post(
                        "institution",
                        "/api/v1/certificates/" + requestId + "/revocation",
                        Map.of("reason", "keyCompromise"))
                .expect(200);
        long acknowledged = System.nanoTime();

        Await.until(() -> !connects());
        assertThat(System.nanoTime() - acknowledged).isLessThan(AT_ONCE.toNanos());
        assertThat(askOcsp("-cert", "terminal.pem"))
                .contains("terminal.pem: revoked")
                .contains("Reason: keyCompromise");
        assertThat(shomei.post(
                                "institution",
                                "/api/v1/certificates/" + requestId + "/renewal",
                                Map.of("password", "2468"))
                        .expect(409)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("ALREADY_REVOKED");
        shomei.post(null, "/download/p12", download).expect(409);
        Await.until(() -> verify().contains("certificate revoked"));
        assertThat(Duration.ofNanos(System.nanoTime() - acknowledged)).isLessThan(Duration.ofSeconds(60));
        theKeyIsBlocked();
        theEscrowedKeyIsGone();
    }

    private static void theKeyIsBlocked() {
        openssl("req", "-new", "-key", "terminal.pem", "-subj", "/CN=" + Clinic.CODE, "-out", "again.csr");
        String another = Clinic.apply(shomei, Clinic.NAME);
        String reference = Notices.referenceId(shomei, another, LocalDate.now(ZoneId.of("Asia/Tokyo")));
        Map<String, String> request = Map.of("requestId", another, "referenceId", reference, "csr", read("again.csr"));
        // until the key is blocked it is refused as one that has served
        JsonNode refusal = Await.value(() -> {
            RunningShomei.Answer answer = shomei.post(null, "/download/csr", request);
            return answer.status() == 409 ? null : answer.expect(400).json();
        });
        assertThat(refusal.get("errors").get(0).get("field").asString()).isEqualTo("csr");
    }

    private static void theEscrowedKeyIsGone() {
        Await.until(() -> RecordedHistory.of(shomei, requestId).types().contains("EscrowedKeyDestroyed"));
        RecordedHistory.of(shomei, requestId).onlyOne("EscrowedKeyDestroyed");
    }

    /** Whether the terminal comes through the handshake; in TLS 1.2 it ends with the server's verdict. */
    private static boolean connects() {
        return shell.run(
                                "openssl",
                                "s_client",
                                "-connect",
                                "localhost:" + shomei.terminalPort(),
                                "-CAfile",
                                "root.pem",
                                "-verify_return_error",
                                "-tls1_2",
                                "-cert",
                                "terminal.pem",
                                "-key",
                                "terminal.pem")
                        .exit()
                == 0;
    }

    private static String verify() {
        save("issuing.crl", shomei.get(null, "/ca/issuing.crl").expect(200));
        openssl("crl", "-inform", "DER", "-in", "issuing.crl", "-out", "issuing-crl.pem");
        return shell.run(
                        "openssl",
                        "verify",
                        "-crl_check",
                        "-CRLfile",
                        "issuing-crl.pem",
                        "-CAfile",
                        "root.pem",
                        "-untrusted",
                        "issuing.pem",
                        "terminal.pem")
                .output();
    }

    private static String askOcsp(String... about) {
        List<String> options = new ArrayList<>(
                List.of("ocsp", "-url", shomei.address() + "/ocsp", "-CAfile", "root.pem", "-issuer", "issuing.pem"));
        options.addAll(List.of(about));
        String answer = openssl(options.toArray(String[]::new));
        assertThat(answer).contains("Response verify OK");
        return answer;
    }

    private static String openssl(String... options) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(options));
        return shell.run(command.toArray(String[]::new)).expectSuccess().output();
    }

    private static void save(String name, RunningShomei.Answer answer) {
        try {
            Files.write(scratch.resolve("relying-party").resolve(name), answer.bytes());
        } catch (java.io.IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }

    private static String read(String name) {
        try {
            return Files.readString(scratch.resolve("relying-party").resolve(name));
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
