package jp.shomei.ca.x509;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Serial numbers: positive, 20 octets, 158 of their bits random (RFC 5280 section 4.1.2.2 allows 20 octets). */
public final class SerialNumbers {

    private static final int RANDOM_BITS = 158;
    private static final int RADIX = 16;

    private SerialNumbers() {}

    /** A number nobody can foresee. The fixed top bit keeps all of them at one length. */
    public static BigInteger next(SecureRandom random) {
        return new BigInteger(RANDOM_BITS, random).setBit(RANDOM_BITS);
    }

    /** As events and views carry it: lower-case hexadecimal. */
    public static String hex(BigInteger serialNumber) {
        return serialNumber.toString(RADIX);
    }

    /**
     * Reads what {@link #hex} wrote.
     *
     * @throws NumberFormatException if it is no hexadecimal number
     */
    public static BigInteger of(String hex) {
        return new BigInteger(hex, RADIX);
    }
}
