package jp.shomei.correspondence.mail;

import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/**
 * Reads from what a mail could not be sent whose fault it is (RFC 5321 sections 4.2 and 4.3.2). Until the server has let
 * this sender in (MAIL FROM) it is the server's or ours; a reply to the recipient or to the content is this mail's own
 * matter, even if the server ends the connection with it, or else one mail would keep all others waiting.
 */
final class SmtpReplies {

    /** Refused by a rule about who may send (RFC 3463, X.7.X): as likely a wrong setting of ours as a bad recipient. */
    private static final Pattern POLICY = Pattern.compile("\\b5\\.7\\.[0-9]{1,3}\\b");

    private static final int MAILBOX_FULL = 552;
    private static final int BAD_SEQUENCE = 503;
    private static final int AUTHENTICATION_FIRST = 530;
    private static final int PERMANENT = 500;
    private static final int TRANSIENT = 400;

    private SmtpReplies() {}

    static DeliveryReply read(MailSendException failed) {
        Exception[] failures = failed.getMessageExceptions();
        if (failures == null || failures.length == 0) {
            // the message is sent; the server did not say goodbye
            return DeliveryReply.taken();
        }
        Exception failure = failures[0];
        if (failure == failed.getCause()) {
            return DeliveryReply.away(words(failure));
        }
        for (Exception one = failure; one != null; one = next(one)) {
            if (one instanceof SMTPAddressFailedException recipient) {
                return read(recipient.getReturnCode(), words(recipient));
            }
            if (one instanceof SMTPSendFailedException sending) {
                return read(sending);
            }
        }
        return DeliveryReply.silent(words(failure));
    }

    private static DeliveryReply read(SMTPSendFailedException sending) {
        boolean aboutUs = sending.getCommand().regionMatches(true, 0, "MAIL", 0, 4);
        return aboutUs && sending.getReturnCode() >= TRANSIENT
                ? DeliveryReply.away(words(sending))
                : read(sending.getReturnCode(), words(sending));
    }

    private static DeliveryReply read(int code, String words) {
        if (code < TRANSIENT) {
            return DeliveryReply.silent(words);
        }
        if (code == AUTHENTICATION_FIRST) {
            return DeliveryReply.away(words);
        }
        boolean forGood = code >= PERMANENT
                && code != MAILBOX_FULL
                && code != BAD_SEQUENCE
                && !POLICY.matcher(words).find();
        return forGood ? DeliveryReply.refused(words) : DeliveryReply.later(words);
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** The server's words; where it said nothing, what happened. */
    private static String words(Exception failure) {
        String said = failure.getMessage();
        if (said != null && failure instanceof MessagingException chained && chained.getNextException() != null) {
            return said + ": " + chained.getNextException().getMessage();
        }
        return said == null || said.isBlank() ? failure.getClass().getSimpleName() : said;
    }
}
