package jp.shomei.correspondence.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import jp.shomei.contracts.time.JapanTime;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * Turns mails into messages (RFC 5322). The Message-ID follows from the mail's ID and the date from the event, so that a
 * mail that is sent again is the same message.
 */
final class MailComposer {

    private static final String CHARSET = StandardCharsets.UTF_8.name();

    static {
        // else every message looks through the whole class path for it, which costs as much as all else about a message
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final String sender;
    private final String domain;

    MailComposer(MailSettings settings) {
        this.sender = settings.sender();
        this.domain = settings.domain();
    }

    /**
     * Fills an empty message.
     *
     * @throws AddressException if the recipient is no mail address
     */
    MimeMessage compose(MimeMessage message, OutgoingMail mail) throws MessagingException {
        message.setFrom(new InternetAddress(sender));
        message.setRecipient(Message.RecipientType.TO, MailAddress.read(mail.recipient()));
        message.setSubject(OneLine.of(mail.subject()), CHARSET);
        // text in a message has lines ended by CRLF (RFC 2046 section 4.1.1)
        message.setText(mail.text().replace("\n", "\r\n"), CHARSET);
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.writtenAt().atZone(JapanTime.ZONE)));
        message.setHeader("Content-Language", "ja");
        // no out-of-office notices, please (RFC 3834 section 5)
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        message.setHeader("Message-ID", "<" + mail.mailId() + "@" + domain + ">");
        return message;
    }

    /** What an officer reads if the recipient is no mail address. */
    static DeliveryReply refuse(OutgoingMail mail, AddressException unusable) {
        return DeliveryReply.refused(
                mail.recipient().isEmpty()
                        ? "宛先のメールアドレスが登録されていません。"
                        : "宛先のメールアドレスの形式が正しくありません（" + unusable.getMessage() + "）。");
    }
}
