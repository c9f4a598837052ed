package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README has a newcomer type works, line by line. */
class ReadmeIT {

    private static final Pattern WALK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path scratch;

    @Test
    void itsLinesTakeACertificateFromRegistrationToItsRevocation() throws Exception {
        String walk = WALK.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(part -> part.group(1))
                .collect(Collectors.joining());
        try (RunningShomei shomei = RunningShomei.start(
                scratch.resolve("data"), "--shomei.clock=2021-03-10T09:00:00+09:00", "--shomei.terminal.port=0")) {
            Path printed = scratch.resolve("printed.txt");
            String lines = walk.replace("http://localhost:8080", shomei.address())
                    .replace("https://localhost:8443", "https://localhost:" + shomei.terminalPort());
            Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", lines)
                    .directory(scratch.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            boolean ended = shell.waitFor(3, TimeUnit.MINUTES);
            shell.destroyForcibly();
            String output = Files.readString(printed);
            assertThat(ended).as(output).isTrue();
            assertThat(shell.exitValue()).as(output).isZero();
            assertThat(output)
                    .contains("\"change\":\"REGISTERED\"")
                    .contains("\"expiresOn\":\"2024-06-10\"")
                    .contains("PBES2, PBKDF2, AES-256-CBC")
                    .contains("terminal.pem: OK")
                    .contains("terminal.pem: WARNING: Status times invalid.", "good")
                    .contains("notAfter=Jul 12 14:59:59 2027 GMT")
                    .contains("error 23 at 0 depth lookup: certificate revoked", "Reason: keyCompromise")
                    .contains("\"type\":\"CertificateDownloaded\"")
                    .contains("manifest.csv", "\"kind\":\"APPLICATION_RECEIVED\"", "\"month\":\"2024-04\"");
        }
    }
}
