package jp.shomei.correspondence.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands mails to a mail server (SMTP, RFC 5321), each over a connection of its own. */
final class SmtpDelivery implements Delivery {

    private final JavaMailSender server;
    private final MailComposer composer;

    SmtpDelivery(JavaMailSender server, MailComposer composer) {
        this.server = server;
        this.composer = composer;
    }

    @Override
    public DeliveryReply deliver(OutgoingMail mail) {
        try {
            server.send(composer.compose(server.createMimeMessage(), mail));
            return DeliveryReply.taken();
        } catch (AddressException unusable) {
            return MailComposer.refuse(mail, unusable);
        } catch (MailAuthenticationException notLetIn) {
            return DeliveryReply.away(String.valueOf(notLetIn.getMessage()));
        } catch (MailSendException failed) {
            return SmtpReplies.read(failed);
        } catch (MailException | MessagingException failed) {
            return DeliveryReply.later(String.valueOf(failed.getMessage()));
        }
    }
}
