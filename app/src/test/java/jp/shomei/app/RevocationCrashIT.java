package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import jp.shomei.ca.status.RevocationStep;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The process dies between any two steps of a revocation; a restart finishes it, without anybody asking. */
class RevocationCrashIT {

    private static final LocalDate DAY = LocalDate.of(2021, 3, 10);
    private static final String LOST_AT = "--shomei.clock=2021-03-10T10:00:00+09:00";
    private static final String RESTARTED_AT = "--shomei.clock=2021-03-10T11:00:00+09:00";
    private static final String CRL_NUMBER = "2.5.29.20";

    /** An octet string with an integer in it: two tags, two lengths. */
    private static final int HEADERS = 4;

    @TempDir
    static Path scratch;

    private static Shell shell;
    private static String lost = "";
    private static Map<String, String> download = Map.of();
    private static Map<String, String> request = Map.of();
    private static BigInteger serialNumber = BigInteger.ZERO;

    @BeforeAll
    static void issue() throws Exception {
        shell = new Shell(scratch);
        try (RunningShomei shomei =
                RunningShomei.start(scratch.resolve("issued"), "--shomei.clock=" + DAY + "T09:00:00+09:00")) {
            Clinic.register(shomei);
            lost = Clinic.apply(shomei, Clinic.NAME);
            download = Map.of("requestId", lost, "referenceId", reference(shomei, lost), "password", "2468");
            Files.write(
                    scratch.resolve("lost.p12"),
                    shomei.post(null, "/download/p12", download).expect(200).bytes());
            openssl("pkcs12", "-in", "lost.p12", "-passin", "pass:2468", "-nodes", "-out", "lost.pem");
            openssl("req", "-new", "-key", "lost.pem", "-subj", "/CN=" + Clinic.CODE, "-out", "lost.csr");
            saveAuthority(shomei);
            request = requestForTheSameKey(shomei);
            serialNumber = new BigInteger(
                    RecordedHistory.of(shomei, lost)
                            .onlyOne("CertificateSigned")
                            .get("serialNumber")
                            .asString(),
                    16);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRestartFinishesWhatWasBegun(RevocationStep step) throws Exception {
        Path data = scratch.resolve(step.name());
        // with its permissions, without which the system does not start
        shell.run("cp", "-a", "issued", step.name()).expectSuccess();
        BigInteger seen;
        try (RunningShomei doomed = RunningShomei.startClass(
                data, RehearsalApplication.class, RehearsalApplication.haltingAt(step), LOST_AT)) {
            seen = number(list(doomed));
            dies(doomed);
        }

        try (RunningShomei shomei = RunningShomei.start(data, RESTARTED_AT)) {
            Await.until(() -> list(shomei).getRevokedCertificate(serialNumber) != null);
            Await.until(() -> RecordedHistory.of(shomei, lost).types().contains("EscrowedKeyDestroyed"));
            assertThat(number(list(shomei))).isGreaterThan(greatestTaken(step, seen));
            assertThat(ocsp(shomei)).contains("lost.pem: revoked", "Reason: keyCompromise");
            shomei.post(null, "/download/p12", download).expect(409);
            theKeyIsBlocked(shomei);
            RecordedHistory history = RecordedHistory.of(shomei, lost);
            history.onlyOne("CertificateRevoked");
            history.onlyOne("EscrowedKeyDestroyed");
        }
    }

    /** A key that has served is refused in any case; one that is lost is so as a mistake in the field. */
    private static void theKeyIsBlocked(RunningShomei shomei) {
        JsonNode refusal = Await.value(() -> {
            RunningShomei.Answer answer = shomei.post(null, "/download/csr", request);
            return answer.status() == 409 ? null : answer.expect(400).json();
        });
        assertThat(refusal.get("errors").get(0).get("field").asString()).isEqualTo("csr");
    }

    /** A number that was taken before the crash is not used for another list, even if nobody ever saw it. */
    private static BigInteger greatestTaken(RevocationStep step, BigInteger seen) {
        return step == RevocationStep.AFTER_NUMBER || step == RevocationStep.AFTER_LIST_SIGNATURE
                ? seen.add(BigInteger.ONE)
                : seen;
    }

    private static void dies(RunningShomei doomed) throws InterruptedException {
        try {
            doomed.post(
                    "institution", "/api/v1/certificates/" + lost + "/revocation", Map.of("reason", "keyCompromise"));
        } catch (UncheckedIOException halted) {
            // as intended
        }
        assertThat(doomed.awaitEnd()).isEqualTo(RehearsalApplication.HALTED);
    }

    private static Map<String, String> requestForTheSameKey(RunningShomei shomei) throws IOException {
        String requestId = Clinic.apply(shomei, Clinic.NAME);
        return Map.of(
                "requestId",
                requestId,
                "referenceId",
                reference(shomei, requestId),
                "csr",
                Files.readString(scratch.resolve("lost.csr")));
    }

    private static String reference(RunningShomei shomei, String requestId) {
        return Notices.referenceId(shomei, requestId, DAY);
    }

    private static X509CRL list(RunningShomei shomei) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(
                        shomei.get(null, "/ca/issuing.crl").expect(200).bytes()));
    }

    private static BigInteger number(X509CRL list) {
        byte[] extension = list.getExtensionValue(CRL_NUMBER);
        return new BigInteger(Arrays.copyOfRange(extension, HEADERS, extension.length));
    }

    /** What the responder says; openssl is told the hour at which the system believes to be. */
    private static String ocsp(RunningShomei shomei) {
        return openssl(
                "ocsp",
                "-url",
                shomei.address() + "/ocsp",
                "-CAfile",
                "root.pem",
                "-issuer",
                "issuing.pem",
                "-cert",
                "lost.pem",
                "-attime",
                "1615345200",
                "-validity_period",
                "1000000000");
    }

    private static void saveAuthority(RunningShomei shomei) throws IOException {
        for (String authority : new String[] {"root", "issuing"}) {
            Files.write(
                    scratch.resolve(authority + ".der"),
                    shomei.get(null, "/ca/" + authority + ".crt").expect(200).bytes());
            openssl("x509", "-inform", "DER", "-in", authority + ".der", "-out", authority + ".pem");
        }
    }

    private static String openssl(String... options) {
        String[] command = new String[options.length + 1];
        command[0] = "openssl";
        System.arraycopy(options, 0, command, 1, options.length);
        return shell.run(command).expectSuccess().output();
    }
}
