package jp.shomei.ca.x509;

import java.util.Arrays;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Key identifiers by RFC 7093 section 2, method 1: the leftmost 160 bits of the SHA-256 digest of the key's bits. */
public final class KeyIdentifiers {

    private static final int LENGTH = 20;

    private KeyIdentifiers() {}

    /** The identifier of a public key, 20 bytes. */
    public static byte[] of(SubjectPublicKeyInfo key) {
        return Arrays.copyOf(Sha256.of(key.getPublicKeyData().getBytes()), LENGTH);
    }
}
