package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README has a newcomer type works, line by line. */
class ReadmeIT {

    @TempDir
    Path scratch;

    @Test
    void itsLinesTakeACertificateFromRegistrationToItsRevocation() throws Exception {
        try (RunningShomei shomei = RunningShomei.start(
                scratch.resolve("data"),
                RunningShomei.DEFAULT_AUTHORITY,
                "--shomei.clock=2021-03-10T09:00:00+09:00",
                "--shomei.terminal.port=0")) {
            assertThat(DocumentedLines.type("README.md", shomei, scratch))
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
