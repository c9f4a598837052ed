package jp.shomei.ca.ceremony;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import jp.shomei.ca.authority.AuthorityNames;
import jp.shomei.ca.authority.IssuingKeys;
import jp.shomei.ca.token.HardwareToken;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.contracts.time.JapanTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the next issuing key where it will be used. */
@Command(name = "request", description = "Online: makes the next issuing key and asks for its certificate.")
final class RequestIssuing implements Runnable {

    private final Clock clock;
    private final SecureRandom random;
    private final PrintWriter out;

    @Option(names = "--data", defaultValue = "data", description = "The system's data directory.")
    private Path data = Path.of("");

    @Option(names = "--out", required = true, description = "The request, a file that is not there yet.")
    private Path file = Path.of("");

    @Option(names = "--algorithm", defaultValue = "rsa-3072", description = "rsa-3072, ec-p384 or ml-dsa-65.")
    private AuthorityAlgorithm algorithm = AuthorityAlgorithm.RSA_3072;

    @Option(names = "--organization", description = "O in its name; the root's if left out and there is a root.")
    private @Nullable String organization;

    @ArgGroup(exclusive = false, heading = "To make the key on a hardware token:%n")
    private @Nullable TokenOptions token;

    RequestIssuing(Clock clock, SecureRandom random, PrintWriter out) {
        this.clock = clock;
        this.random = random;
        this.out = out;
    }

    @Override
    public void run() {
        CeremonyFiles.requireAbsent(file);
        try (HardwareToken opened = TokenOptions.open(token)) {
            IssuingKeys keys = new IssuingKeys(AuthorityPlace.openOrMake(data, random), opened, random);
            X500Name name = AuthorityNames.issuing(organization(keys), keys.nextGeneration());
            PKCS10CertificationRequest request = keys.request(name, algorithm, JapanTime.today(clock));
            CeremonyFiles.write(file, CeremonyFiles.pem(request));
            out.println("The key is made. Take " + file + " to the root and have it signed: " + name);
            out.flush();
        }
    }

    private String organization(IssuingKeys keys) {
        return organization == null ? keys.organization().orElse(AuthorityNames.ORGANIZATION) : organization;
    }
}
