package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import jp.shomei.ca.signing.SigningStep;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The process dies between any two steps of signing; the restart leaves no signed certificate unrecorded. */
class SigningCrashIT {

    private static final String CLOCK = "--shomei.clock=2021-03-10T09:00:00+09:00";

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource(names = "AFTER_RENEWAL", mode = EnumSource.Mode.EXCLUDE)
    void aRestartFinishesWhatWasBegun(SigningStep step) throws Exception {
        Path data = scratch.resolve("data");
        String requestId;
        Map<String, String> download;
        try (RunningShomei doomed = RunningShomei.startClass(
                data, RehearsalApplication.class, List.of("-D" + RehearsalApplication.HALT + "=" + step), CLOCK)) {
            Clinic.register(doomed);
            requestId = Clinic.apply(doomed, Clinic.NAME);
            download = Map.of("requestId", requestId, "referenceId", referenceId(doomed), "password", "2468");
            dies(doomed, download);
        }

        try (RunningShomei shomei = RunningShomei.start(data, CLOCK)) {
            if (step.compareTo(SigningStep.AFTER_INTENT) >= 0) {
                // without anybody asking for it
                Await.until(() -> types(shomei, requestId).contains("CertificateSigned"));
            }
            X509Certificate certificate = certificate(shomei, download);
            JsonNode signed = onlyOne(shomei, requestId, "CertificateSigned");
            onlyOne(shomei, requestId, "CertificateSigningPrepared");
            assertThat(signed.get("payload").get("serialNumber").asString())
                    .isEqualTo(certificate.getSerialNumber().toString(16));
        }
    }

    private static void dies(RunningShomei doomed, Map<String, String> download) throws InterruptedException {
        try {
            doomed.post(null, "/download/p12", download);
        } catch (UncheckedIOException halted) {
            // as intended
        }
        assertThat(doomed.awaitEnd()).isEqualTo(RehearsalApplication.HALTED);
    }

    private static String referenceId(RunningShomei shomei) {
        JsonNode notice = Await.value(() -> shomei.get("mailroom", "/api/v1/notices?dispatchOn=2021-03-11")
                .expect(200)
                .json()
                .get("items")
                .get(0));
        return shomei.get(
                        "mailroom", "/api/v1/notices/" + notice.get("noticeId").asString())
                .expect(200)
                .json()
                .get("boxes")
                .get(0)
                .get("referenceId")
                .asString();
    }

    private static X509Certificate certificate(RunningShomei shomei, Map<String, String> download) throws Exception {
        byte[] file = shomei.post(null, "/download/p12", download).expect(200).bytes();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), download.get("password").toCharArray());
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }

    private static JsonNode onlyOne(RunningShomei shomei, String requestId, String type) {
        List<JsonNode> found = history(shomei, requestId)
                .valueStream()
                .filter(event -> event.get("type").asString().equals(type))
                .toList();
        assertThat(found).as(type).hasSize(1);
        return found.get(0);
    }

    private static List<String> types(RunningShomei shomei, String requestId) {
        return history(shomei, requestId)
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList();
    }

    private static JsonNode history(RunningShomei shomei, String requestId) {
        return shomei.get("auditor", "/api/v1/certificates/" + requestId + "/history")
                .expect(200)
                .json()
                .get("events");
    }
}
