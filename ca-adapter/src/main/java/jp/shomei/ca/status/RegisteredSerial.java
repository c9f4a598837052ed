package jp.shomei.ca.status;

import java.util.Optional;

/**
 * What the register says of a serial number.
 *
 * @param serialNumber hexadecimal, lower case
 * @param issuer key identifier of the issuing certificate, hexadecimal
 * @param isSigned whether a certificate with it is on record, rather than only the intent to sign one
 * @param revocation since when and why it is revoked, if it is
 */
public record RegisteredSerial(String serialNumber, String issuer, boolean isSigned, Optional<Revocation> revocation) {

    /** Its state. */
    public SerialStatus.State state() {
        if (revocation.isPresent()) {
            return SerialStatus.State.REVOKED;
        }
        return isSigned ? SerialStatus.State.GOOD : SerialStatus.State.UNKNOWN;
    }
}
