package jp.shomei.correspondence.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Reads what should be one mail address and nothing else (RFC 5322 addr-spec): no name, no list, no line break. */
final class MailAddress {

    private MailAddress() {}

    /**
     * The address.
     *
     * @throws AddressException if it is none, or more than that
     */
    static InternetAddress read(String typed) throws AddressException {
        InternetAddress address = new InternetAddress(typed, true);
        if (address.isGroup() || !typed.equals(address.getAddress())) {
            throw new AddressException("more than an address");
        }
        return address;
    }
}
