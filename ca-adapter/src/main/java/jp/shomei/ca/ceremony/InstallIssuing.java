package jp.shomei.ca.ceremony;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import jp.shomei.ca.authority.IssuingKeys;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.token.HardwareToken;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts a new issuing certificate beside its key. */
@Command(name = "install", description = "Online: takes in the certificate that the root signed.")
final class InstallIssuing implements Runnable {

    private final SecureRandom random;
    private final PrintWriter out;

    @Option(names = "--data", defaultValue = "data", description = "The system's data directory.")
    private Path data = Path.of("");

    @Option(names = "--certificate", required = true, description = "The certificate, as the root wrote it.")
    private Path file = Path.of("");

    @ArgGroup(exclusive = false, heading = "If the key is on a hardware token:%n")
    private @Nullable TokenOptions token;

    InstallIssuing(SecureRandom random, PrintWriter out) {
        this.random = random;
        this.out = out;
    }

    @Override
    public void run() {
        SecretDirectory directory = AuthorityPlace.open(data);
        List<X509Certificate> chain = CeremonyFiles.certificates(file);
        try (HardwareToken opened = TokenOptions.open(token)) {
            String installed = new IssuingKeys(directory, opened, random).install(chain);
            Said.certificate(out, "Installed as " + installed + ":", chain.getFirst());
            chain.stream()
                    .skip(1)
                    .forEach(root -> Said.certificate(out, "Compare the root with the offline one:", root));
            out.println("From its next start the system signs with it.");
            out.flush();
        }
    }
}
