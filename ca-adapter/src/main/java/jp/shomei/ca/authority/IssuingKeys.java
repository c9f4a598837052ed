package jp.shomei.ca.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.token.HardwareToken;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.PublicKeys;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;

/** Makes the next issuing key, and takes in its certificate once the root has signed it. Nothing is ever overwritten. */
public final class IssuingKeys {

    private final AuthorityDirectory directory;
    private final @Nullable HardwareToken token;
    private final SecureRandom random;

    /**
     * @param token where new keys are made; absent for key stores
     */
    public IssuingKeys(SecretDirectory directory, @Nullable HardwareToken token, SecureRandom random) {
        this.directory = new AuthorityDirectory(directory);
        this.token = token;
        this.random = random;
    }

    /** Makes the directory of an authority that has no certificates yet, with its secret keys. */
    public static SecretDirectory makeDirectory(Path place, SecureRandom random) {
        return SecretDirectory.make(place, empty -> {
            AuthoritySecrets.password(empty, random);
            AuthoritySecrets.keys(empty, random);
        });
    }

    /** The organization in the root's name, if there is a root yet. */
    public Optional<String> organization() {
        return directory
                .root()
                .map(root -> Certificates.structure(root).getSubject().getRDNs(BCStyle.O))
                .filter(organizations -> organizations.length > 0)
                .map(organizations ->
                        IETFUtils.valueToString(organizations[0].getFirst().getValue()));
    }

    /** The number of the generation that would be requested next. */
    public int nextGeneration() {
        List<Generation> installed = directory.installed();
        return installed.isEmpty() ? 1 : installed.getFirst().number() + 1;
    }

    /**
     * Makes a key and asks for its certificate.
     *
     * @param day of the request
     * @throws AuthorityUnusable if a key waits for its certificate already, or none can be made
     */
    public PKCS10CertificationRequest request(X500Name name, AuthorityAlgorithm algorithm, LocalDate day) {
        directory.pending().ifPresent(waiting -> {
            throw new AuthorityUnusable(directory.files().locate(waiting.fileName())
                    + " waits for its certificate already: have the root sign that request and install it,"
                    + " or move the file away to give it up");
        });
        try {
            return token == null ? inKeyStore(name, algorithm, day) : onToken(token, name, algorithm, day);
        } catch (GeneralSecurityException | IOException failed) {
            throw new AuthorityUnusable("the issuing key cannot be made", failed);
        }
    }

    /** The public key that waits for its certificate. */
    public SubjectPublicKeyInfo pendingKey() {
        return PublicKeys.of(directory.certificate(pending()).getPublicKey());
    }

    /**
     * Takes in a certificate; it is used from the next start.
     *
     * @param chain the certificate that the root signed, and the root's, which may be left out if it is known here
     * @return where the certificate is now
     * @throws AuthorityUnusable if it is not the certificate that is waited for, or not in order
     */
    public String install(List<X509Certificate> chain) {
        Generation pending = pending();
        X509Certificate certificate = chain.getFirst();
        X509Certificate root = root(chain);
        requireWaitedFor(directory.certificate(pending), certificate);
        AuthorityCheck.requireIssuing(root, certificate);
        Issuer waiting = directory.issuer(pending, token);
        AuthorityCheck.requirePair(new Issuer(certificate, waiting.key(), waiting.place()), "issuing");
        SecretDirectory files = directory.files();
        if (directory.root().isEmpty()) {
            files.add(AuthorityDirectory.ROOT_CERTIFICATE, AuthorityDirectory.pem(root));
        }
        Generation installed = pending.installed();
        if (pending.form() == Generation.Form.TOKEN) {
            files.add(installed.fileName(), AuthorityDirectory.pem(certificate));
        } else {
            PrivateKey key = AuthorityKeyStore.read(files, pending.fileName()).key();
            write(installed.fileName(), key, certificate, root);
        }
        files.remove(pending.fileName());
        return installed.fileName();
    }

    private PKCS10CertificationRequest inKeyStore(X500Name name, AuthorityAlgorithm algorithm, LocalDate day)
            throws GeneralSecurityException, IOException {
        KeyPair keys = algorithm.generate(random);
        NewKey key = new NewKey(
                name,
                PublicKeys.of(keys.getPublic()),
                AuthorityKey.inProcess(keys.getPrivate(), algorithm.signing()),
                algorithm.signing());
        write(pending(Generation.Form.KEY_STORE).fileName(), keys.getPrivate(), key.stub(day, random));
        return key.request();
    }

    private PKCS10CertificationRequest onToken(
            HardwareToken hardware, X500Name name, AuthorityAlgorithm algorithm, LocalDate day) throws IOException {
        SubjectPublicKeyInfo made =
                PublicKeys.of(hardware.generate(key -> AuthorityDirectory.aliasOf(PublicKeys.of(key)), algorithm));
        NewKey key = new NewKey(
                name,
                made,
                AuthorityKey.onToken(hardware, AuthorityDirectory.aliasOf(made), algorithm.signing()),
                algorithm.signing());
        directory.files().add(pending(Generation.Form.TOKEN).fileName(), AuthorityDirectory.pem(key.stub(day, random)));
        return key.request();
    }

    private Generation pending(Generation.Form form) {
        return new Generation(nextGeneration(), form, true);
    }

    private Generation pending() {
        return directory
                .pending()
                .orElseThrow(() -> new AuthorityUnusable("no issuing key waits for a certificate in "
                        + directory.files().locate("")));
    }

    private X509Certificate root(List<X509Certificate> chain) {
        X509Certificate known = directory.root().orElse(null);
        X509Certificate given = chain.size() > 1 ? chain.get(1) : known;
        if (given == null) {
            throw new AuthorityUnusable("the root's certificate is not known here and must come with the issuing one");
        }
        if (known != null && !known.equals(given)) {
            throw new AuthorityUnusable("the certificate comes with another root than this system has");
        }
        return given;
    }

    private void write(String fileName, PrivateKey key, X509Certificate... chain) {
        try {
            AuthorityKeyStore.write(directory.files(), fileName, key, directory.password(), chain);
        } catch (GeneralSecurityException | IOException failed) {
            throw new AuthorityUnusable(directory.files().locate(fileName) + " cannot be written", failed);
        }
    }

    private static void requireWaitedFor(X509Certificate waiting, X509Certificate certificate) {
        if (!PublicKeys.of(certificate.getPublicKey()).equals(PublicKeys.of(waiting.getPublicKey()))) {
            throw new AuthorityUnusable("the certificate is not for the key that waits here");
        }
        if (!certificate.getSubjectX500Principal().equals(waiting.getSubjectX500Principal())) {
            throw new AuthorityUnusable(
                    "the certificate is for another name than " + waiting.getSubjectX500Principal());
        }
    }
}
