package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README has a newcomer type works, line by line. */
class ReadmeIT {

    private static final Pattern WALK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path scratch;

    @Test
    void itsLinesTakeAClinicFromRegistrationToAnInstalledCertificate() throws Exception {
        Matcher walk = WALK.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(walk.find()).isTrue();
        try (RunningShomei shomei =
                RunningShomei.start(scratch.resolve("data"), "--shomei.clock=2021-03-10T09:00:00+09:00")) {
            String lines = walk.group(1).replace("http://localhost:8080", shomei.address());
            Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", lines)
                    .directory(scratch.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(shell.exitValue()).as(output).isZero();
            assertThat(output)
                    .contains("\"change\":\"REGISTERED\"")
                    .contains("\"expiresOn\":\"2024-06-10\"")
                    .contains("PBES2, PBKDF2, AES-256-CBC")
                    .contains("terminal.pem: OK")
                    .contains("\"type\":\"CertificateDownloaded\"");
        }
    }
}
