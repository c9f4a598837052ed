package jp.shomei.ca.x509;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * Bouncy Castle where it is asked for by name, because not every Java this runs on knows ML-DSA. It is not registered with
 * the platform, so nothing else changes its provider.
 */
public final class BouncyCastle {

    /** The provider; one for all, since making one takes a while. */
    public static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}

    /**
     * A public key as this provider understands it, whichever made it.
     *
     * @throws IllegalArgumentException if it is of a kind that it does not know
     */
    public static PublicKey publicKey(SubjectPublicKeyInfo key) {
        try {
            return known(BouncyCastleProvider.getPublicKey(key));
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalArgumentException("not a public key", unreadable);
        }
    }

    /**
     * A private key as this provider understands it.
     *
     * @throws IllegalArgumentException if it is of a kind that it does not know
     */
    public static PrivateKey privateKey(PrivateKeyInfo key) {
        try {
            return known(BouncyCastleProvider.getPrivateKey(key));
        } catch (IOException | RuntimeException unreadable) {
            // the cause may quote the key
            throw new IllegalArgumentException("not a private key");
        }
    }

    private static <K> K known(@Nullable K key) {
        if (key == null) {
            throw new IllegalArgumentException("a key of an unknown kind");
        }
        return key;
    }
}
