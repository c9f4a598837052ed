package jp.shomei.correspondence.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.Set;
import jp.shomei.contracts.time.JapanTime;

/**
 * Writes mails as files ({@code .eml}, readable by their owner alone) where there is no mail server. A name begins with the
 * day in Japan, such as {@code 20240327-}, and is the same whenever the mail is written; a file that is there is whole and
 * on disk.
 */
final class FolderDelivery implements Delivery {

    private final Path folder;
    private final MailComposer composer;
    private final Session session = Session.getInstance(new Properties());

    FolderDelivery(Path folder, MailComposer composer) {
        this.folder = folder;
        this.composer = composer;
    }

    @Override
    public DeliveryReply deliver(OutgoingMail mail) {
        try {
            write(composer.compose(new MimeMessage(session), mail), name(mail));
            return DeliveryReply.taken();
        } catch (AddressException unusable) {
            return MailComposer.refuse(mail, unusable);
        } catch (MessagingException failed) {
            return DeliveryReply.later(failed.toString());
        } catch (IOException unusable) {
            return DeliveryReply.away(unusable.toString());
        }
    }

    private static String name(OutgoingMail mail) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(JapanTime.dayOf(mail.writtenAt())) + "-" + mail.mailId()
                + ".eml";
    }

    private void write(MimeMessage message, String name) throws IOException, MessagingException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path unfinished = folder.resolve("." + name + ".new");
        Files.deleteIfExists(unfinished);
        try (FileChannel file = FileChannel.open(
                        unfinished,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream bytes = new BufferedOutputStream(Channels.newOutputStream(file))) {
            message.writeTo(bytes);
            bytes.flush();
            file.force(true);
        }
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
