package jp.shomei.ca.request;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The modulus of an RSA key, read without any look at what kind of number it is. */
final class RsaModulus {

    /** Larger than any profile allows; arithmetic with what anyone may send must end soon. */
    private static final int MOST_BITS = 4096;

    private RsaModulus() {}

    /** Empty if the key is not RSA, cannot be read, or is too large for any profile. */
    static Optional<BigInteger> of(SubjectPublicKeyInfo key) {
        if (!key.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return Optional.empty();
        }
        try {
            BigInteger modulus = RSAPublicKey.getInstance(key.parsePublicKey()).getModulus();
            return Optional.of(modulus)
                    .filter(number -> number.signum() > 0)
                    .filter(number -> number.bitLength() <= MOST_BITS);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
