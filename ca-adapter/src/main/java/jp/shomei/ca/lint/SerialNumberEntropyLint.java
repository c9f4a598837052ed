package jp.shomei.ca.lint;

import java.math.BigInteger;
import java.util.Optional;

/** The serial number is positive, has room for 128 random bits, and at most 20 octets (RFC 5280 section 4.1.2.2). */
final class SerialNumberEntropyLint implements Lint {

    private static final int LEAST_BITS = 128;
    private static final int MOST_OCTETS = 20;

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        BigInteger serialNumber = certificate.content().getSerialNumber().getValue();
        return Lint.unless(
                serialNumber.signum() > 0
                        && serialNumber.bitLength() >= LEAST_BITS
                        && serialNumber.toByteArray().length <= MOST_OCTETS,
                "not a positive serial number of 128 bits to 20 octets");
    }
}
