package jp.shomei.ca.authority;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.token.HardwareToken;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.ca.x509.SigningAlgorithm;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/** What lies in the authority's directory: the root, with its key or without, and one issuing certificate after another. */
final class AuthorityDirectory {

    /** The root's certificate where its key is elsewhere. */
    static final String ROOT_CERTIFICATE = "root.crt";

    private final SecretDirectory directory;

    AuthorityDirectory(SecretDirectory directory) {
        this.directory = directory;
    }

    SecretDirectory files() {
        return directory;
    }

    Optional<X509Certificate> root() {
        if (directory.holds(ROOT_CERTIFICATE)) {
            return Optional.of(certificate(ROOT_CERTIFICATE));
        }
        String keyStore = AuthorityFile.ROOT.fileName();
        return directory.holds(keyStore)
                ? Optional.of(AuthorityKeyStore.read(directory, keyStore).certificate())
                : Optional.empty();
    }

    /** The issuing certificates that the root signed, newest first. */
    List<Generation> installed() {
        return generations(false);
    }

    /** The issuing key that waits for its certificate. */
    Optional<Generation> pending() {
        List<Generation> installed = installed();
        int newest = installed.isEmpty() ? 0 : installed.getFirst().number();
        // one whose installation was killed before the pending file went counts as installed
        return generations(true).stream()
                .filter(generation -> generation.number() > newest)
                .findFirst();
    }

    X509Certificate certificate(Generation generation) {
        return generation.form() == Generation.Form.KEY_STORE
                ? AuthorityKeyStore.read(directory, generation.fileName()).certificate()
                : certificate(generation.fileName());
    }

    /** Its certificate and key; the key on a token is not touched. */
    Issuer issuer(Generation generation, @Nullable HardwareToken token) {
        if (generation.form() == Generation.Form.KEY_STORE) {
            AuthorityKeyStore store = AuthorityKeyStore.read(directory, generation.fileName());
            X509Certificate certificate = store.certificate();
            AuthorityKey key = AuthorityKey.inProcess(store.key(), SigningAlgorithm.of(certificate));
            return new Issuer(certificate, key, generation.fileName());
        }
        if (token == null) {
            throw new AuthorityUnusable("the key of " + directory.locate(generation.fileName())
                    + " is on a hardware token, and none is configured;"
                    + " set shomei.authority.token.library, .label and .pin-file");
        }
        X509Certificate certificate = certificate(generation.fileName());
        String alias = aliasOf(PublicKeys.of(certificate.getPublicKey()));
        return new Issuer(
                certificate,
                AuthorityKey.onToken(token, alias, SigningAlgorithm.of(certificate)),
                "token " + token.label());
    }

    char[] password() {
        return AuthorityKeyStore.password(directory);
    }

    /** The name of a key on a token: unlike any other's, and told by the certificate alone. */
    static String aliasOf(SubjectPublicKeyInfo key) {
        return "shomei-issuing-" + HexFormat.of().formatHex(KeyIdentifiers.of(key));
    }

    static byte[] pem(X509Certificate... certificates) {
        return Certificates.pem(List.of(certificates)).getBytes(StandardCharsets.US_ASCII);
    }

    private List<Generation> generations(boolean pending) {
        List<Generation> found = directory.names().stream()
                .flatMap(name -> Generation.of(name).stream())
                .filter(generation -> generation.pending() == pending)
                .sorted(Comparator.comparing(Generation::number).reversed())
                .toList();
        for (int i = 1; i < found.size(); i++) {
            if (found.get(i).number() == found.get(i - 1).number()) {
                throw new AuthorityUnusable(directory.locate(found.get(i).fileName()) + " and "
                        + found.get(i - 1).fileName() + " exclude each other; only one can be right");
            }
        }
        return found;
    }

    private X509Certificate certificate(String fileName) {
        try {
            return Certificates.read(directory.read(fileName));
        } catch (IllegalArgumentException unreadable) {
            throw new AuthorityUnusable(directory.locate(fileName) + " is not a certificate", unreadable);
        }
    }
}
