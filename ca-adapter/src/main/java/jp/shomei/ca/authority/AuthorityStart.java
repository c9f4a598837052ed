package jp.shomei.ca.authority;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.token.HardwareToken;
import jp.shomei.ca.token.TokenUnavailable;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.contracts.message.Sha256;
import jp.shomei.contracts.time.JapanTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the authority, making it at the very first start. Refuses to start, saying why, on anything that would let it
 * sign what nobody can rely on.
 */
public final class AuthorityStart {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityStart.class);

    private final AuthorityRegister register;
    private final AuthorityAlgorithm algorithm;
    private final @Nullable HardwareToken token;
    private final Clock clock;
    private final SecureRandom random;

    /** For keys in key stores, of the usual algorithm. */
    public AuthorityStart(AuthorityRegister register, Clock clock, SecureRandom random) {
        this(register, AuthorityAlgorithm.RSA_3072, null, clock, random);
    }

    /**
     * @param algorithm of the keys that are made at the first start
     * @param token where issuing keys are, if on a hardware token
     */
    public AuthorityStart(
            AuthorityRegister register,
            AuthorityAlgorithm algorithm,
            @Nullable HardwareToken token,
            Clock clock,
            SecureRandom random) {
        this.register = register;
        this.algorithm = algorithm;
        this.token = token;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Opens the directory of keys, or makes it if this system never had one.
     *
     * @throws AuthorityUnusable if the directory is gone although this system has signed with it before, or its secrets are
     *     others
     */
    public SecretDirectory directory(Path place, String organization) {
        SecretDirectory directory = openOrMake(place, organization);
        SecretFingerprint.NAMES.stream().filter(directory::holds).forEach(name -> {
            if (!register.isKnown(name, SecretFingerprint.of(name, directory.read(name)))) {
                throw new AuthorityUnusable(
                        directory.locate(name) + " is not the one this system has worked with before;"
                                + " copy it from another node, or restore it from the backup");
            }
        });
        return directory;
    }

    private SecretDirectory openOrMake(Path place, String organization) {
        if (!SecretDirectory.isAbsent(place)) {
            return SecretDirectory.open(place);
        }
        if (!register.known().isEmpty()) {
            throw new AuthorityUnusable("the key stores in " + place + " are missing; restore them from the backup");
        }
        LOG.info("First start: making the authority in {}", place);
        return SecretDirectory.make(
                place, new FirstAuthority(organization, algorithm, token, JapanTime.today(clock), random));
    }

    /**
     * Takes the issuing keys into use, all that there are: certificates that were drafted under an older one are still
     * signed by it.
     *
     * @throws AuthorityUnusable if keys or certificates are not in order, or are not those of before
     */
    public CertificateAuthority authority(SecretDirectory directory) {
        AuthorityDirectory content = new AuthorityDirectory(directory);
        List<Generation> generations = content.installed();
        if (generations.isEmpty()) {
            throw new AuthorityUnusable(
                    content.pending().isPresent()
                            ? "the issuing key in " + directory.locate("") + " waits for its certificate;"
                                    + " have the root sign the request and install it (./run ceremony install)"
                            : directory.locate(AuthorityFile.ISSUING.fileName()) + " is missing");
        }
        X509Certificate root = content.root()
                .orElseThrow(() -> new AuthorityUnusable("the root's certificate is missing: neither "
                        + directory.locate(AuthorityFile.ROOT.fileName()) + " nor "
                        + directory.locate(AuthorityDirectory.ROOT_CERTIFICATE) + " is there"));
        List<Issuer> issuers = generations.stream()
                .map(generation -> content.issuer(generation, token))
                .toList();
        require(root, issuers);
        requireSameAsBefore(issuers.reversed());
        return new RollingAuthority(root, issuers, clock);
    }

    private void require(X509Certificate root, List<Issuer> issuers) {
        Instant now = clock.instant();
        issuers.forEach(issuer -> AuthorityCheck.requireChain(root, issuer.certificate()));
        AuthorityCheck.requireValidity(root, now, "root");
        if (issuers.stream().noneMatch(issuer -> issuer.isValidAt(now))) {
            AuthorityCheck.requireValidity(issuers.getFirst().certificate(), now, "issuing");
        }
        issuers.stream()
                .filter(issuer ->
                        !issuer.certificate().getNotAfter().toInstant().isBefore(now))
                .forEach(AuthorityStart::requireKey);
    }

    /** A token that is away may come back: until then the system serves what it has, and says so. */
    private static void requireKey(Issuer issuer) {
        try {
            AuthorityCheck.requirePair(issuer, "issuing");
        } catch (AuthorityUnusable unusable) {
            if (unusable.getCause() instanceof SigningFailed failed
                    && failed.getCause() instanceof TokenUnavailable away) {
                LOG.warn("Nothing can be signed for now: {}", away.getMessage());
                return;
            }
            throw unusable;
        }
    }

    private void requireSameAsBefore(List<Issuer> oldestFirst) {
        List<String> here = oldestFirst.stream()
                .map(issuer -> Sha256.hex(Certificates.der(issuer.certificate())))
                .toList();
        requireAllOfBefore(here);
        here.forEach(register::remember);
        requireAllOfBefore(here);
        LOG.info(
                "Issuing authority {}, SHA-256 {}",
                oldestFirst.getLast().certificate().getSubjectX500Principal(),
                here.getLast());
    }

    private void requireAllOfBefore(List<String> here) {
        List<String> missing = register.known().stream()
                .filter(digest -> !here.contains(digest))
                .toList();
        if (!missing.isEmpty()) {
            throw new AuthorityUnusable("the issuing certificate is not the one this system has signed with before:"
                    + " the one with SHA-256 " + missing.getFirst() + " is missing; restore it from the backup");
        }
    }
}
