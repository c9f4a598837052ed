package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderDeliveryTest {

    @TempDir
    private Path directory;

    private Path folder;
    private FolderDelivery delivery;

    @BeforeEach
    void openTheFolder() {
        folder = directory.resolve("outbox");
        delivery = new FolderDelivery(folder, new MailComposer(new MailSettings("no-reply@ssk.or.jp", folder)));
    }

    @Test
    void writesAFileThatMailProgramsRead() throws Exception {
        assertThat(delivery.deliver(Mails.outgoing("soumu@example.jp"))).isEqualTo(DeliveryReply.taken());

        MimeMessage message = read(files().getFirst());
        assertThat(message.getSubject()).isEqualTo(Mails.SUBJECT);
        assertThat(message.getContent()).isEqualTo(Mails.TEXT.replace("\n", "\r\n"));
        assertThat(message.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(message.getFrom()).extracting(Object::toString).containsExactly("no-reply@ssk.or.jp");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("soumu@example.jp");
        assertThat(message.getMessageID()).isEqualTo("<5c4e1f0a-mail@ssk.or.jp>");
        assertThat(message.getSentDate()).isEqualTo(Mails.WRITTEN);
        assertThat(message.getHeader("Date", null)).isEqualTo("Wed, 27 Mar 2024 00:30:00 +0900");
        assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    }

    @Test
    void namesTheFileByTheDayInJapan() throws Exception {
        delivery.deliver(Mails.outgoing("soumu@example.jp"));

        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("20240327-5c4e1f0a-mail.eml");
    }

    @Test
    void writesAMailThatIsRepeatedOverItself() throws Exception {
        delivery.deliver(Mails.outgoing("soumu@example.jp"));
        byte[] before = Files.readAllBytes(files().getFirst());
        delivery.deliver(Mails.outgoing("soumu@example.jp"));

        assertThat(files()).hasSize(1);
        assertThat(files().getFirst()).hasBinaryContent(before);
    }

    @Test
    void letsNobodyElseReadIt() throws Exception {
        delivery.deliver(Mails.outgoing("soumu@example.jp"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void goesOnAfterAFileThatACrashLeftUnfinished() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(".20240327-5c4e1f0a-mail.eml.new"), "half");

        assertThat(delivery.deliver(Mails.outgoing("soumu@example.jp"))).isEqualTo(DeliveryReply.taken());
        assertThat(files()).hasSize(1);
        assertThat(read(files().getFirst()).getSubject()).isEqualTo(Mails.SUBJECT);
    }

    @Test
    void leavesMailsInTheOutboxWhileTheFolderCannotBeUsed() throws Exception {
        Files.writeString(folder, "a file in its place");

        assertThat(delivery.deliver(Mails.outgoing("soumu@example.jp")).outcome())
                .isEqualTo(DeliveryReply.Outcome.AWAY);
    }

    @Test
    void sendsToAnAddressThatIsOddAndValid() throws Exception {
        assertThat(delivery.deliver(Mails.outgoing("11@22.33"))).isEqualTo(DeliveryReply.taken());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b@c",
                "a b@example.jp",
                "a@example.jp, b@example.jp",
                "Somebody <a@example.jp>",
                "group: a@example.jp;",
                "a@example.jp\r\nBcc: b@example.jp",
                "a@example.jp\n\nbody",
                "a..b@example.jp"
            })
    void refusesForGoodWhatIsNoAddress(String recipient) throws Exception {
        DeliveryReply reply = delivery.deliver(Mails.outgoing(recipient));

        assertThat(reply.outcome()).isEqualTo(DeliveryReply.Outcome.REFUSED);
        assertThat(reply.words()).startsWith("宛先のメールアドレス");
        assertThat(folder).doesNotExist();
    }

    @Test
    void keepsASubjectOnOneLine() throws Exception {
        OutgoingMail mail = Mails.outgoing("soumu@example.jp");
        delivery.deliver(new OutgoingMail(
                1, mail.mailId(), mail.recipient(), "件名\r\nBcc: b@example.jp", Mails.TEXT, Mails.WRITTEN, 0, null));

        MimeMessage message = read(files().getFirst());
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).isEqualTo("件名 Bcc: b@example.jp");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }

    private static MimeMessage read(Path file) throws Exception {
        try (InputStream content = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), content);
        }
    }
}
