package jp.shomei.ca.authority;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.Sha256;
import jp.shomei.contracts.time.JapanTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the authority, making it at the very first start. Refuses to start, saying why, on anything that would let it
 * sign what nobody can rely on.
 */
public final class AuthorityStart {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityStart.class);

    private final AuthorityRegister register;
    private final Clock clock;
    private final SecureRandom random;

    public AuthorityStart(AuthorityRegister register, Clock clock, SecureRandom random) {
        this.register = register;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Opens the directory of keys, or makes it if this system never had one.
     *
     * @throws AuthorityUnusable if the directory is gone although this system has signed with it before
     */
    public SecretDirectory directory(Path place, String organization) {
        if (!SecretDirectory.isAbsent(place)) {
            return SecretDirectory.open(place);
        }
        if (register.known().isPresent()) {
            throw new AuthorityUnusable("the key stores in " + place + " are missing; restore them from the backup");
        }
        LOG.info("First start: making the authority in {}", place);
        return SecretDirectory.make(place, new KeyCeremony(organization, JapanTime.today(clock), random));
    }

    /**
     * Takes the issuing key into use.
     *
     * @throws AuthorityUnusable if key stores or certificates are not in order, or are not those of before
     */
    public CertificateAuthority authority(SecretDirectory directory) {
        X509Certificate root =
                AuthorityKeyStore.read(directory, AuthorityFile.ROOT).certificate();
        AuthorityKeyStore issuingStore = AuthorityKeyStore.read(directory, AuthorityFile.ISSUING);
        X509Certificate issuing = issuingStore.certificate();
        AuthorityCheck.requireChain(root, issuing);
        AuthorityCheck.requireValidity(root, clock.instant(), "root");
        AuthorityCheck.requireValidity(issuing, clock.instant(), "issuing");
        AuthorityCheck.requirePair(issuingStore.key(), issuing);
        requireSameAsBefore(issuing);
        return new KeyStoreAuthority(root, issuing, issuingStore.key());
    }

    private void requireSameAsBefore(X509Certificate issuing) {
        String digest = Sha256.hex(Certificates.der(issuing));
        register.remember(digest);
        if (!register.known().filter(digest::equals).isPresent()) {
            throw new AuthorityUnusable("the issuing certificate is not the one this system has signed with before");
        }
        LOG.info("Issuing authority {}, SHA-256 {}", issuing.getSubjectX500Principal(), digest);
    }
}
