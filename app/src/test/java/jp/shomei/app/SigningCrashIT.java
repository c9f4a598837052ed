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

/** The process dies between any two steps of signing; the restart leaves no signed certificate unrecorded. */
class SigningCrashIT {

    private static final String CLOCK = "--shomei.clock=2021-03-10T09:00:00+09:00";

    @TempDir
    static Path scratch;

    private static String requestId = "";
    private static Map<String, String> download = Map.of();

    @BeforeAll
    static void approve() throws Exception {
        try (RunningShomei shomei = RunningShomei.start(scratch.resolve("approved"), CLOCK)) {
            Clinic.register(shomei);
            requestId = Clinic.apply(shomei, Clinic.NAME);
            String reference = Notices.referenceId(shomei, requestId, LocalDate.of(2021, 3, 10));
            download = Map.of("requestId", requestId, "referenceId", reference, "password", "2468");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "AFTER_RENEWAL", mode = EnumSource.Mode.EXCLUDE)
    void aRestartFinishesWhatWasBegun(SigningStep step) throws Exception {
        Path data = scratch.resolve(step.name());
        // with its permissions, without which the system does not start
        new Shell(scratch).run("cp", "-a", "approved", step.name()).expectSuccess();
        try (RunningShomei doomed = RunningShomei.startClass(
                data, RehearsalApplication.class, RehearsalApplication.haltingAt(step), CLOCK)) {
            dies(doomed);
        }

        try (RunningShomei shomei = RunningShomei.start(data, CLOCK)) {
            if (step.compareTo(SigningStep.AFTER_INTENT) >= 0) {
                // without anybody asking for it
                Await.until(() -> RecordedHistory.of(shomei, requestId).types().contains("CertificateSigned"));
            }
            X509Certificate certificate = certificate(shomei);
            RecordedHistory history = RecordedHistory.of(shomei, requestId);
            history.onlyOne("CertificateSigningPrepared");
            assertThat(history.onlyOne("CertificateSigned").get("serialNumber").asString())
                    .isEqualTo(certificate.getSerialNumber().toString(16));
        }
    }

    private static void dies(RunningShomei doomed) throws InterruptedException {
        try {
            doomed.post(null, "/download/p12", download);
        } catch (UncheckedIOException halted) {
            // as intended
        }
        assertThat(doomed.awaitEnd()).isEqualTo(RehearsalApplication.HALTED);
    }

    private static X509Certificate certificate(RunningShomei shomei) throws Exception {
        byte[] file = shomei.post(null, "/download/p12", download).expect(200).bytes();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), download.get("password").toCharArray());
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }
}
