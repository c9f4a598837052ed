package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/key-ceremony.md has people type works, line by line, and the system starts with what they made. */
class KeyCeremonyIT {

    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final String CLOCK = "--shomei.clock=2021-03-10T09:00:00+09:00";

    @TempDir
    Path scratch;

    @BeforeEach
    void provideTheRunScript() throws IOException {
        RunScript.in(scratch);
    }

    @Test
    void itsLinesMakeAnAuthorityAndRollItOver() throws Exception {
        List<String> blocks = blocks("sh");
        assertThat(shell(blocks.get(0)))
                .contains("Root, its key is offline, root.crt")
                .contains("Issuing, its key is in the key store, issuing.p12");
        byte[] first;
        try (RunningShomei shomei = RunningShomei.start(scratch.resolve("data"), CLOCK)) {
            first = shomei.get(null, "/ca/issuing.crt").expect(200).bytes();
            Await.until(() -> authority(shomei).contains("\"status\":\"UP\""));
            assertThat(authority(shomei)).contains("The issuing key signs.");
        }

        assertThat(shell(blocks.get(1))).contains("Issuing, its key is in the key store, issuing-2.p12");
        try (RunningShomei shomei = RunningShomei.start(scratch.resolve("data"), CLOCK)) {
            assertThat(shomei.get(null, "/ca/issuing.crt").expect(200).bytes()).isNotEqualTo(first);
        }
    }

    @Test
    void itsLinesPutTheIssuingKeyOnAToken() throws Exception {
        if (System.getenv("CI") != null) {
            assertThat(LIBRARY)
                    .as("SoftHSM 2 is installed (apt-get install softhsm2)")
                    .exists();
        }
        assumeTrue(Files.exists(LIBRARY), "SoftHSM 2 is not installed: apt-get install softhsm2");
        Files.createDirectory(scratch.resolve("tokens"));
        Files.writeString(scratch.resolve("softhsm2.conf"), "directories.tokendir = " + scratch.resolve("tokens"));
        shell(blocks("sh").getFirst());
        shell(blocks("sh token").getFirst());

        List<String> options = List.of(
                CLOCK,
                "--shomei.authority.token.library=" + LIBRARY,
                "--shomei.authority.token.label=shomei",
                "--shomei.authority.token.pin-file=" + scratch.resolve("pin"));
        try (RunningShomei shomei = RunningShomei.startWith(
                Map.of("SOFTHSM2_CONF", scratch.resolve("softhsm2.conf").toString()),
                scratch.resolve("data"),
                options.toArray(String[]::new))) {
            Await.until(() -> authority(shomei).contains("\"status\":\"UP\""));
            assertThat(authority(shomei)).contains("The issuing key signs.");
            Files.move(scratch.resolve("tokens"), scratch.resolve("unplugged"));
            Await.until(() -> authority(shomei).contains("Nothing can be signed for now"));
            assertThat(authority(shomei)).contains("\"status\":\"DEGRADED\"");
            shomei.get(null, "/actuator/health/readiness").expect(200);
            Files.move(scratch.resolve("unplugged"), scratch.resolve("tokens"));
            Await.until(() -> authority(shomei).contains("The issuing key signs."));
        }
    }

    private static String authority(RunningShomei shomei) {
        return shomei.get("operator", "/actuator/health")
                .json()
                .get("components")
                .get("issuing-key")
                .toString();
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "key-ceremony.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private String shell(String lines) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", lines)
                .directory(scratch.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .put("SOFTHSM2_CONF", scratch.resolve("softhsm2.conf").toString());
        Process shell = builder.start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(output).isZero();
        return output;
    }
}
