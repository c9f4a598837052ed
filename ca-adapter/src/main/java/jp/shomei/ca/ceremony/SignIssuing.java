package jp.shomei.ca.ceremony;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.ca.authority.AuthorityNames;
import jp.shomei.ca.authority.RootKey;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.x509.BouncyCastle;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.contracts.time.JapanTime;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs a request with the root's key. */
@Command(name = "sign", description = "Offline: signs the request of an issuing key with the root.")
final class SignIssuing implements Runnable {

    private final Clock clock;
    private final SecureRandom random;
    private final PrintWriter out;

    @Option(names = "--root", required = true, description = "The root's directory.")
    private Path root = Path.of("");

    @Option(names = "--request", required = true, description = "The request, as the system made it.")
    private Path request = Path.of("");

    @Option(names = "--out", required = true, description = "The certificate, a file that is not there yet.")
    private Path file = Path.of("");

    @Option(names = "--years", defaultValue = "" + AuthorityNames.ISSUING_YEARS, description = "How long it is valid.")
    private int years;

    @Option(names = "--from", description = "First day of validity, such as 2021-03-10; today if left out.")
    private @Nullable LocalDate from;

    SignIssuing(Clock clock, SecureRandom random, PrintWriter out) {
        this.clock = clock;
        this.random = random;
        this.out = out;
    }

    @Override
    public void run() {
        Years.require(years);
        CeremonyFiles.requireAbsent(file);
        PKCS10CertificationRequest asked = CeremonyFiles.request(request);
        requireSignature(asked);
        RootKey key = RootKey.read(existing());
        LocalDate first = from == null ? JapanTime.today(clock) : from;
        X509Certificate signed = key.sign(asked.getSubject(), asked.getSubjectPublicKeyInfo(), first, years, random);
        CeremonyFiles.write(file, Certificates.pem(List.of(signed, key.certificate())));
        Said.certificate(out, "The root has signed.", signed);
        Said.certificate(out, "The root is", key.certificate());
        out.println("Take " + file + " to the system and install it.");
        out.flush();
    }

    private SecretDirectory existing() {
        if (SecretDirectory.isAbsent(root)) {
            throw new CeremonyRefused("there is no root in " + root);
        }
        return SecretDirectory.open(root);
    }

    private void requireSignature(PKCS10CertificationRequest asked) {
        try {
            if (asked.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(asked.getSubjectPublicKeyInfo()))) {
                return;
            }
        } catch (OperatorCreationException | PKCSException unverifiable) {
            throw new CeremonyRefused(request + " is not signed by its own key", unverifiable);
        }
        throw new CeremonyRefused(request + " is not signed by its own key");
    }
}
