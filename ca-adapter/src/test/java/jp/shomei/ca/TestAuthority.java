package jp.shomei.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import javax.sql.DataSource;
import jp.shomei.ca.authority.AuthorityRegister;
import jp.shomei.ca.authority.AuthorityStart;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.lint.Linter;
import jp.shomei.ca.profile.CertificateProfiles;
import jp.shomei.ca.publication.PublicAddresses;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.signing.CertificateTemplate;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.teststores.TestStore;
import org.bouncycastle.cert.X509CertificateHolder;

/** One authority for all tests, since its keys take a while to make. Nobody changes it. */
public final class TestAuthority {

    public static final LocalDate DAY = LocalDate.of(2021, 3, 10);
    public static final String ORGANIZATION = "Medical Billing Authority";
    public static final CertificateProfiles PROFILES = CertificateProfiles.load();
    public static final PublicAddresses ADDRESSES = new PublicAddresses(URI.create("http://ca.example.jp"), 1);
    public static final SecureRandom RANDOM = new SecureRandom();

    private static final class Made {
        private static final Path PLACE = temporaryDirectory().resolve("ca");
        private static final SecretDirectory DIRECTORY = start(memoryDatabase()).directory(PLACE, ORGANIZATION);
        private static final CertificateAuthority AUTHORITY =
                start(memoryDatabase()).authority(DIRECTORY);
    }

    private TestAuthority() {}

    public static Path place() {
        return Made.DIRECTORY.locate("");
    }

    public static SecretDirectory directory() {
        return Made.DIRECTORY;
    }

    public static CertificateAuthority authority() {
        return Made.AUTHORITY;
    }

    public static X509CertificateHolder issuer() {
        return Certificates.structure(authority().issuing());
    }

    public static Linter linter() {
        return new Linter(PROFILES, authority()::issuers, ORGANIZATION, ADDRESSES);
    }

    public static CertificateTemplate template() {
        return new CertificateTemplate(authority(), ORGANIZATION, ADDRESSES);
    }

    public static AuthorityStart start(DataSource database) {
        return new AuthorityStart(new AuthorityRegister(database), MovableClock.at(DAY), RANDOM);
    }

    /** A database of its own, gone with the process. */
    public static DataSource memoryDatabase() {
        return TestStore.H2.newDatabase();
    }

    private static Path temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("shomei-ca");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path directory) {
        try (var content = Files.walk(directory)) {
            content.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
