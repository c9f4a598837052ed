package jp.shomei.ca.profile;

import java.math.BigInteger;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/** RSA public exponents: odd, at least 65537, at most 256 bits (NIST SP 800-56B section 6.2). */
public final class RsaExponent {

    private static final BigInteger LEAST = BigInteger.valueOf(65_537);
    private static final int MOST_BITS = 256;

    private RsaExponent() {}

    /** Whether a key's exponent is strong; a key that is not RSA has none to be weak. */
    public static boolean isStrong(AsymmetricKeyParameter key) {
        if (!(key instanceof RSAKeyParameters rsa)) {
            return true;
        }
        BigInteger exponent = rsa.getExponent();
        return exponent.testBit(0) && exponent.compareTo(LEAST) >= 0 && exponent.bitLength() <= MOST_BITS;
    }
}
