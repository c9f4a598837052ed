package jp.shomei.ca.authority;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.x509.BouncyCastle;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.ca.x509.SigningAlgorithm;
import org.jspecify.annotations.Nullable;

/** A PKCS#12 key store with one key, protected by the password file beside it. */
final class AuthorityKeyStore {

    private static final String TYPE = "PKCS12";
    private static final String ALIAS = "authority";

    private final KeyStore store;
    private final byte[] content;
    private final char[] password;
    private final String place;

    private AuthorityKeyStore(KeyStore store, byte[] content, char[] password, String place) {
        this.store = store;
        this.content = content;
        this.password = password;
        this.place = place;
    }

    static void write(
            SecretDirectory directory, String fileName, PrivateKey key, char[] password, X509Certificate... chain)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, password);
        store.setKeyEntry(ALIAS, key, password, chain);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        store.store(content, password);
        directory.add(fileName, content.toByteArray());
    }

    static AuthorityKeyStore read(SecretDirectory directory, String fileName) {
        String place = directory.locate(fileName).toString();
        char[] password = password(directory);
        byte[] content = directory.read(fileName);
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(new ByteArrayInputStream(content), password);
            return new AuthorityKeyStore(store, content, password, place);
        } catch (IOException unreadable) {
            throw new AuthorityUnusable(
                    unreadable.getCause() instanceof UnrecoverableKeyException
                            ? "the password in " + directory.locate(AuthorityFile.PASSWORD.fileName())
                                    + " does not open " + place
                            : place + " is not a PKCS#12 key store",
                    unreadable);
        } catch (GeneralSecurityException unreadable) {
            throw new AuthorityUnusable(place + " cannot be read", unreadable);
        }
    }

    X509Certificate certificate() {
        try {
            @Nullable Certificate certificate = store.getCertificate(ALIAS);
            if (certificate instanceof X509Certificate found) {
                return found;
            }
        } catch (GeneralSecurityException unreadable) {
            throw new AuthorityUnusable(place + " cannot be read", unreadable);
        }
        throw new AuthorityUnusable(place + " holds no certificate named " + ALIAS);
    }

    PrivateKey key() {
        try {
            if (keys().getKey(ALIAS, password) instanceof PrivateKey found) {
                return found;
            }
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new AuthorityUnusable("the key in " + place + " cannot be read", unreadable);
        }
        throw new AuthorityUnusable(place + " holds no key named " + ALIAS);
    }

    static char[] password(SecretDirectory directory) {
        return new String(directory.read(AuthorityFile.PASSWORD.fileName()), StandardCharsets.US_ASCII)
                .strip()
                .toCharArray();
    }

    /** The platform's own store reads no key that the platform does not know. */
    private KeyStore keys() throws GeneralSecurityException, IOException {
        boolean known = SigningAlgorithm.of(PublicKeys.of(certificate().getPublicKey()))
                .filter(algorithm -> algorithm != SigningAlgorithm.ML_DSA_65)
                .isPresent();
        if (known) {
            return store;
        }
        KeyStore other = KeyStore.getInstance(TYPE, BouncyCastle.PROVIDER);
        other.load(new ByteArrayInputStream(content), password);
        return other;
    }
}
