package jp.shomei.ca.status;

import java.math.BigInteger;
import jp.shomei.ca.x509.SerialNumbers;

/** Tells at once whether a certificate of this authority is revoked, as for a TLS handshake. */
@FunctionalInterface
public interface SerialStatus {

    /** What is known of a serial number. */
    enum State {
        /** A certificate with this number was signed and is not revoked; it may have lapsed. */
        GOOD,
        /** It is revoked, whether or not a certificate with it exists. */
        REVOKED,
        /** No certificate with this number is on record. */
        UNKNOWN
    }

    /**
     * What is known of a serial number.
     *
     * @param serialNumber hexadecimal, lower case, without leading zeros
     */
    State status(String serialNumber);

    /** What is known of a serial number. */
    default State status(BigInteger serialNumber) {
        return status(SerialNumbers.hex(serialNumber));
    }

    /** Whether the certificate is revoked. */
    default boolean isRevoked(BigInteger serialNumber) {
        return status(serialNumber) == State.REVOKED;
    }

    /** Whether a certificate with this number was signed, or revoked. */
    default boolean isKnown(BigInteger serialNumber) {
        return status(serialNumber) != State.UNKNOWN;
    }
}
