package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.shomei.ca.signing.SigningStep;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process dies between any two steps of a renewal; asked for again, it goes on, and is charged once. */
class RenewalCrashIT {

    private static final String ISSUE = "--shomei.clock=2021-03-10T09:00:00+09:00";
    private static final String RENEWAL = "--shomei.clock=2024-05-01T09:00:00+09:00";
    private static final Map<String, String> PASSWORD = Map.of("password", "2468");

    @TempDir
    static Path scratch;

    private static String requestId = "";
    private static String referenceId = "";

    @BeforeAll
    static void downloadACertificate() throws InterruptedException {
        try (RunningShomei shomei = RunningShomei.start(scratch.resolve("issued"), ISSUE)) {
            Clinic.register(shomei);
            requestId = Clinic.apply(shomei, Clinic.NAME);
            referenceId = Notices.referenceId(shomei, requestId, LocalDate.of(2021, 3, 10));
            download(shomei).expect(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNextOneGoesOnWithWhatWasBegun(SigningStep step) throws Exception {
        Path data = copy(scratch.resolve("issued"), scratch.resolve(step.name()));
        try (RunningShomei doomed = RunningShomei.startClass(
                data, RehearsalApplication.class, List.of("-D" + RehearsalApplication.HALT + "=" + step), RENEWAL)) {
            dies(doomed);
        }

        try (RunningShomei shomei = RunningShomei.start(data, RENEWAL)) {
            // once the hand-out is on record, the portal finds the certificate where any other is found
            RunningShomei.Answer answer = step == SigningStep.AFTER_HANDOVER ? download(shomei) : renew(shomei);
            assertThat(answer.expect(200).bytes()).isNotEmpty();

            List<String> events = history(shomei);
            assertThat(events).containsOnlyOnce("CertificateRenewed");
            assertThat(events.stream().filter("CertificateSigningPrepared"::equals))
                    .hasSize(2);
            assertThat(events.stream().filter("CertificateSigned"::equals)).hasSize(2);
        }
    }

    private static void dies(RunningShomei doomed) throws InterruptedException {
        try {
            renew(doomed);
        } catch (UncheckedIOException halted) {
            // as intended
        }
        assertThat(doomed.awaitEnd()).isEqualTo(RehearsalApplication.HALTED);
    }

    private static RunningShomei.Answer renew(RunningShomei shomei) {
        return shomei.post("institution", "/api/v1/certificates/" + requestId + "/renewal", PASSWORD);
    }

    private static RunningShomei.Answer download(RunningShomei shomei) {
        return shomei.post(
                null, "/download/p12", Map.of("requestId", requestId, "referenceId", referenceId, "password", "2468"));
    }

    private static List<String> history(RunningShomei shomei) {
        return shomei.get("auditor", "/api/v1/certificates/" + requestId + "/history")
                .expect(200)
                .json()
                .get("events")
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList();
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> content = Files.walk(from)) {
            for (Path path : content.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }
}
