package jp.shomei.ca.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * PKCS#12 (RFC 7292): private key, certificate and chain. Key and certificates are encrypted with AES-256 under a key
 * derived by PBKDF2 with HMAC-SHA-256, the whole is authenticated with HMAC-SHA-256; terminals with Windows 10 or later
 * import that.
 */
final class Pkcs12File {

    private Pkcs12File() {}

    /**
     * Makes a file.
     *
     * @param friendlyName under which it appears in the terminal's certificate store
     * @param chain the holder's certificate first, the root last
     */
    static byte[] of(String friendlyName, PrivateKey key, List<X509Certificate> chain, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(friendlyName, key, password, chain.toArray(X509Certificate[]::new));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            store.store(file, password);
            return file.toByteArray();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("the PKCS#12 file could not be made", impossible);
        }
    }
}
