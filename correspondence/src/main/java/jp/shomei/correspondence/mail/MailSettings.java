package jp.shomei.correspondence.mail;

import jakarta.mail.internet.AddressException;
import java.nio.file.Path;

/**
 * What an operator sets.
 *
 * @param sender the address from which mails are sent; its domain is that of the Message-IDs too
 * @param folder where mails are written as files if there is no mail server; made when the first one is
 */
public record MailSettings(String sender, Path folder) {

    public MailSettings {
        try {
            MailAddress.read(sender);
        } catch (AddressException unusable) {
            throw new IllegalArgumentException("the sender of mails is no mail address: " + sender, unusable);
        }
    }

    /** What follows the @. */
    String domain() {
        return sender.substring(sender.lastIndexOf('@') + 1);
    }
}
