package jp.shomei.contracts.reminder;

/**
 * Asks what a terminal should show today; answered with {@link TerminalReminders}, or refused with
 * {@code CERTIFICATE_NOT_FOUND} if no certificate has this serial number.
 *
 * @param serialNumber of the certificate it holds, hexadecimal
 * @param channel the program that asks
 */
public record FindTerminalReminders(String serialNumber, ReminderChannel channel) {}
