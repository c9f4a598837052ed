package jp.shomei.ca.escrow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * Encrypts key pairs with AES-256-GCM, each under a key of its own, derived by HKDF-SHA-256 (RFC 5869) from the server's
 * key and a secret that belongs to the pair. The pair's name is authenticated with it, so that no row can take another's
 * place.
 *
 * <p>Layout: version 1, salt 16, nonce 12, then ciphertext and tag.
 */
public final class EscrowCipher {

    private static final byte VERSION = 1;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final String PURPOSE = "shomei escrow 1\0";

    private final byte[] serverKey;
    private final SecureRandom random;

    /**
     * @param serverKey the server's key, 32 bytes
     */
    public EscrowCipher(byte[] serverKey, SecureRandom random) {
        this.serverKey = serverKey.clone();
        this.random = random;
    }

    /**
     * Encrypts a key pair.
     *
     * @param name what it is kept for
     * @param secret what it takes to open it, besides the server's key; may be empty
     */
    public byte[] seal(KeyPair pair, String name, String secret) {
        byte[] salt = randomBytes(SALT_BYTES);
        byte[] nonce = randomBytes(NONCE_BYTES);
        try {
            byte[] encoded = KeyPairFormat.write(pair);
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key(salt, name, secret), nonce, name)
                    .doFinal(encoded);
            Arrays.fill(encoded, (byte) 0);
            return ByteBuffer.allocate(1 + SALT_BYTES + NONCE_BYTES + encrypted.length)
                    .put(VERSION)
                    .put(salt)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("a key pair could not be encrypted", impossible);
        }
    }

    /**
     * Decrypts a key pair.
     *
     * @throws EscrowUnreadable if it was sealed under another name, secret or server's key, or is damaged
     */
    public KeyPair open(byte[] sealed, String name, String secret) {
        try {
            ByteBuffer rest = ByteBuffer.wrap(sealed);
            if (rest.get() != VERSION) {
                throw new GeneralSecurityException("unknown version");
            }
            byte[] salt = take(rest, SALT_BYTES);
            byte[] nonce = take(rest, NONCE_BYTES);
            byte[] encoded = cipher(Cipher.DECRYPT_MODE, key(salt, name, secret), nonce, name)
                    .doFinal(take(rest, rest.remaining()));
            KeyPair pair = KeyPairFormat.read(encoded);
            Arrays.fill(encoded, (byte) 0);
            return pair;
        } catch (GeneralSecurityException | IOException | RuntimeException damaged) {
            throw new EscrowUnreadable(damaged);
        }
    }

    private SecretKey key(byte[] salt, String name, String secret) {
        byte[] own = secret.getBytes(StandardCharsets.UTF_8);
        byte[] both = ByteBuffer.allocate(serverKey.length + own.length)
                .put(serverKey)
                .put(own)
                .array();
        HKDFBytesGenerator derivation = new HKDFBytesGenerator(new SHA256Digest());
        derivation.init(new HKDFParameters(both, salt, (PURPOSE + name).getBytes(StandardCharsets.UTF_8)));
        byte[] key = new byte[KEY_BYTES];
        derivation.generateBytes(key, 0, KEY_BYTES);
        return new SecretKeySpec(key, "AES");
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}
