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
import org.jspecify.annotations.Nullable;

/** A PKCS#12 key store with one key, protected by the password file beside it. */
final class AuthorityKeyStore {

    private static final String TYPE = "PKCS12";
    private static final String ALIAS = "authority";

    private final KeyStore store;
    private final char[] password;
    private final String place;

    private AuthorityKeyStore(KeyStore store, char[] password, String place) {
        this.store = store;
        this.password = password;
        this.place = place;
    }

    static void write(
            SecretDirectory directory, AuthorityFile file, PrivateKey key, char[] password, X509Certificate... chain)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, password);
        store.setKeyEntry(ALIAS, key, password, chain);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        store.store(content, password);
        directory.write(file.fileName(), content.toByteArray());
    }

    static AuthorityKeyStore read(SecretDirectory directory, AuthorityFile file) {
        String place = directory.locate(file.fileName()).toString();
        char[] password = new String(directory.read(AuthorityFile.PASSWORD.fileName()), StandardCharsets.US_ASCII)
                .strip()
                .toCharArray();
        byte[] content = directory.read(file.fileName());
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(new ByteArrayInputStream(content), password);
            return new AuthorityKeyStore(store, password, place);
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
            if (store.getKey(ALIAS, password) instanceof PrivateKey found) {
                return found;
            }
        } catch (GeneralSecurityException unreadable) {
            throw new AuthorityUnusable("the key in " + place + " cannot be read", unreadable);
        }
        throw new AuthorityUnusable(place + " holds no key named " + ALIAS);
    }
}
