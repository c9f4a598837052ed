package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Map;
import jp.shomei.ca.signing.SigningStep;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process dies between any two steps of a renewal; asked again, it hands out one certificate for one fee. */
class RenewalCrashIT {

    private static final String ISSUED = "2021-03-10T09:00:00+09:00";
    private static final String RENEWED = "--shomei.clock=2024-04-12T09:00:00+09:00";
    private static final Map<String, String> ORDER = Map.of("password", "2468");

    @TempDir
    static Path scratch;

    private static String requestId = "";
    private static Map<String, String> download = Map.of();

    @BeforeAll
    static void issue() throws Exception {
        try (RunningShomei shomei = RunningShomei.start(scratch.resolve("issued"), "--shomei.clock=" + ISSUED)) {
            Clinic.register(shomei);
            requestId = Clinic.apply(shomei, Clinic.NAME);
            String reference = Notices.referenceId(shomei, requestId, LocalDate.of(2021, 3, 10));
            download = Map.of("requestId", requestId, "referenceId", reference, "password", "2468");
            shomei.post(null, "/download/p12", download).expect(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void askedAgainItCostsNothingMore(SigningStep step) throws Exception {
        Path data = scratch.resolve(step.name());
        // with its permissions, without which the system does not start
        new Shell(scratch).run("cp", "-a", "issued", step.name()).expectSuccess();
        try (RunningShomei doomed = RunningShomei.startClass(
                data, RehearsalApplication.class, RehearsalApplication.haltingAt(step), RENEWED)) {
            dies(doomed);
        }

        try (RunningShomei shomei = RunningShomei.start(data, RENEWED)) {
            X509Certificate certificate = certificate(renew(shomei).expect(200).bytes());

            RecordedHistory history = RecordedHistory.of(shomei, requestId);
            assertThat(history.onlyOne("CertificateRenewed").get("renewalFee").asInt())
                    .isEqualTo(1500);
            history.onlyOne("CertificateSigningPrepared", 2);
            assertThat(history.onlyOne("CertificateSigned", 2)
                            .get("serialNumber")
                            .asString())
                    .isEqualTo(certificate.getSerialNumber().toString(16));
            assertThat(certificate(renew(shomei).expect(200).bytes())).isEqualTo(certificate);
            // the notice of the issue, in whose hands ever it is by now, does not open the renewed certificate
            shomei.post(null, "/download/p12", download).expect(403);
        }
    }

    private static RunningShomei.Answer renew(RunningShomei shomei) {
        return shomei.post("institution", "/api/v1/certificates/" + requestId + "/renewal", ORDER);
    }

    private static void dies(RunningShomei doomed) throws InterruptedException {
        try {
            renew(doomed);
        } catch (UncheckedIOException halted) {
            // as intended
        }
        assertThat(doomed.awaitEnd()).isEqualTo(RehearsalApplication.HALTED);
    }

    private static X509Certificate certificate(byte[] pkcs12) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(pkcs12), "2468".toCharArray());
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }
}
