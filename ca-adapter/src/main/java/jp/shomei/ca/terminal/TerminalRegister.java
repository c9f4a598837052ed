package jp.shomei.ca.terminal;

import java.util.Optional;

/** What is on record of the certificates that terminals present. */
public interface TerminalRegister {

    /**
     * Whether a certificate with this serial number was signed and is not revoked. May wait a moment if nothing is on
     * record; to be asked only of what the authority has signed, and on a thread that may wait.
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
