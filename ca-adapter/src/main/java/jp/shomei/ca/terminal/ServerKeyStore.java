package jp.shomei.ca.terminal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import jp.shomei.ca.authority.AuthorityFile;
import jp.shomei.ca.secret.SecretDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the server's identity beside the authority's keys, under the same password. It can be made again at any time: a
 * file that cannot be read, or is not there because the process died while it was exchanged, is no harm.
 */
final class ServerKeyStore {

    static final String FILE = "terminal.p12";

    private static final Logger LOG = LoggerFactory.getLogger(ServerKeyStore.class);
    private static final String ALIAS = "terminal";

    private final SecretDirectory directory;

    ServerKeyStore(SecretDirectory directory) {
        this.directory = directory;
    }

    Optional<ServerIdentity> read() {
        if (!directory.holds(FILE)) {
            return Optional.empty();
        }
        char[] password = password();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(directory.read(FILE)), password);
            Certificate @Nullable [] chain = store.getCertificateChain(ALIAS);
            if (store.getKey(ALIAS, password) instanceof PrivateKey key && chain != null) {
                return Optional.of(new ServerIdentity(
                        key,
                        Arrays.stream(chain).map(X509Certificate.class::cast).toList()));
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            LOG.warn("The identity of the terminals' port in {} cannot be read and is made anew", FILE, unreadable);
        }
        return Optional.empty();
    }

    void write(ServerIdentity identity) {
        char[] password = password();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(ALIAS, identity.key(), password, identity.chain().toArray(X509Certificate[]::new));
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            store.store(content, password);
            directory.remove(FILE);
            directory.add(FILE, content.toByteArray());
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("the identity of the terminals' port cannot be written", impossible);
        }
    }

    private char[] password() {
        return new String(directory.read(AuthorityFile.PASSWORD.fileName()), StandardCharsets.US_ASCII)
                .strip()
                .toCharArray();
    }
}
