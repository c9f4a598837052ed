package jp.shomei.ca.terminal;

import java.util.Optional;

/** What is on record of the certificates that terminals present. */
public interface TerminalRegister {

    /**
     * Whether a certificate with this serial number was signed and is not revoked.
     *
     * @param serialNumber hexadecimal, lower case
     */
    boolean isGood(String serialNumber);

    /**
     * Whose certificate it is: its request ID.
     *
     * @param serialNumber hexadecimal, lower case
     */
    Optional<String> requestIdOf(String serialNumber);
}
