package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.teststores.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a PostgreSQL server: what was acknowledged outlives the process, wherever it is killed. */
class SharedStoreIT {

    private static final LocalDate DAY = LocalDate.of(2021, 3, 10);
    private static final String CLOCK = "--shomei.clock=" + DAY + "T09:00:00+09:00";
    private static final char[] PASSWORD = "2468".toCharArray();

    @TempDir
    Path scratch;

    private final PostgresServer.Database database = PostgresServer.running().newDatabase();

    @Test
    void aCertificateGoesItsWayThroughAProcessThatIsKilledAtEveryStep() throws Exception {
        String requestId;
        try (RunningShomei shomei = start()) {
            Clinic.register(shomei);
            requestId = Clinic.apply(shomei, Clinic.NAME);
            shomei.kill();
        }
        Map<String, String> download;
        try (RunningShomei shomei = start()) {
            download = Map.of(
                    "requestId",
                    requestId,
                    "referenceId",
                    Notices.referenceId(shomei, requestId, DAY),
                    "password",
                    "2468");
            shomei.kill();
        }
        X509Certificate certificate;
        try (RunningShomei shomei = start()) {
            certificate = certificate(shomei, download);
            shomei.kill();
        }
        try (RunningShomei shomei = start()) {
            assertThat(certificate(shomei, download)).isEqualTo(certificate);
            revoke(shomei, requestId);
            shomei.kill();
        }
        try (RunningShomei shomei = start()) {
            Await.until(() -> list(shomei).isRevoked(certificate));
            shomei.post(null, "/download/p12", download).expect(409);
            RecordedHistory history = RecordedHistory.of(shomei, requestId);
            Await.until(() -> RecordedHistory.of(shomei, requestId).types().contains("EscrowedKeyDestroyed"));
            history.onlyOne("CertificateIssued");
            history.onlyOne("CertificateSigned");
            history.onlyOne("CertificateRevoked");
        }
    }

    @Test
    void whatOneNodeDoesTheOtherKnowsAndGoesOnWithWhenItDies() throws Exception {
        LocalDate today = JapanTime.today(Clock.systemUTC());
        try (RunningShomei first = start("first")) {
            Clinic.register(first);
            new Shell(scratch).run("mkdir", "second").expectSuccess();
            new Shell(scratch)
                    .run("cp", "-a", "first/authority", "first/secrets", "first/tokens.json", "second")
                    .expectSuccess();
            try (RunningShomei second = start("second")) {
                String requestId = Clinic.apply(first, Clinic.NAME);
                Map<String, String> download = Map.of(
                        "requestId",
                        requestId,
                        "referenceId",
                        Notices.referenceId(first, requestId, today),
                        "password",
                        "2468");
                X509Certificate certificate = certificate(second, download);
                assertThat(certificate(first, download)).isEqualTo(certificate);

                revoke(first, requestId);
                second.post(null, "/download/p12", download).expect(409);
                Await.until(() -> list(second).isRevoked(certificate));

                first.kill();
                String next = Clinic.apply(second, Clinic.NAME);
                assertThat(next).isNotEqualTo(requestId);
                assertThat(Notices.referenceId(second, next, today)).isNotEmpty();
            }
        }
    }

    @Test
    void aNodeWithAnotherAuthorityDoesNotStart() throws Exception {
        try (RunningShomei first = start("first")) {
            Clinic.register(first);
            assertThatThrownBy(() -> start("stranger"))
                    .hasMessageContaining("are missing; restore them from the backup");
        }
    }

    private static void revoke(RunningShomei shomei, String requestId) {
        shomei.post(
                        "institution",
                        "/api/v1/certificates/" + requestId + "/revocation",
                        Map.of("reason", "keyCompromise"))
                .expect(200);
    }

    private RunningShomei start(String node, String... more) {
        List<String> options = new ArrayList<>(List.of(more));
        options.add("--spring.datasource.url=" + database.url());
        options.add("--spring.datasource.username=" + database.user());
        return RunningShomei.start(scratch.resolve(node), options.toArray(String[]::new));
    }

    private RunningShomei start() {
        return start("data", CLOCK);
    }

    private static X509Certificate certificate(RunningShomei shomei, Map<String, String> download) throws Exception {
        byte[] file = shomei.post(null, "/download/p12", download).expect(200).bytes();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), PASSWORD);
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }

    private static X509CRL list(RunningShomei shomei) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(
                        shomei.get(null, "/ca/issuing.crl").expect(200).bytes()));
    }
}
