package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import jp.shomei.correspondence.mail.DeliveryReply.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.subethamail.smtp.server.SessionHandler;

class SmtpDeliveryTest {

    private static final String RECIPIENT = "soumu@example.jp";
    private static final MailComposer COMPOSER =
            new MailComposer(new MailSettings("no-reply@ssk.or.jp", Path.of("outbox")));

    private final TestMailServer server = new TestMailServer();
    private final SmtpDelivery delivery = new SmtpDelivery(server.client(), COMPOSER);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void handsJapaneseOverIntact() throws Exception {
        assertThat(delivery.deliver(Mails.outgoing(RECIPIENT))).isEqualTo(DeliveryReply.taken());

        MimeMessage message = server.taken().getFirst();
        assertThat(message.getSubject()).isEqualTo(Mails.SUBJECT);
        assertThat(message.getContent()).isEqualTo(Mails.TEXT.replace("\n", "\r\n"));
        assertThat(message.getFrom()).extracting(Object::toString).containsExactly("no-reply@ssk.or.jp");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly(RECIPIENT);
    }

    @Test
    void givesAMailThatIsRepeatedTheSameIdAndDate() throws Exception {
        delivery.deliver(Mails.outgoing(RECIPIENT));
        delivery.deliver(Mails.outgoing(RECIPIENT));

        assertThat(server.taken()).hasSize(2);
        for (MimeMessage message : server.taken()) {
            assertThat(message.getMessageID()).isEqualTo("<5c4e1f0a-mail@ssk.or.jp>");
            assertThat(message.getSentDate()).isEqualTo(Mails.WRITTEN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "550, 5.1.1 no such user, REFUSED",
        "553, bad mailbox, REFUSED",
        "554, 5.4.14 refused, REFUSED",
        "450, 4.2.1 greylisted, LATER",
        "451, try later, LATER",
        "452, 4.2.2 full, LATER",
        "552, 5.2.2 mailbox full, LATER",
        "550, 5.7.1 relaying denied, LATER",
        "530, authentication required, AWAY",
        "503, bad sequence, LATER",
        "421, closing, LATER"
    })
    void tellsWhatAReplyToTheRecipientMeans(int code, String words, Outcome outcome) {
        server.refuse(RECIPIENT, code, words);

        DeliveryReply reply = delivery.deliver(Mails.outgoing(RECIPIENT));
        assertThat(reply.outcome()).isEqualTo(outcome);
        assertThat(reply.words()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "554, 5.6.0 looks wrong, REFUSED",
        "451, 4.3.0 try later, LATER",
        "503, bad sequence, LATER",
        "530, authentication required, AWAY",
        "421, 4.3.2 closing, LATER"
    })
    void tellsWhatAReplyToTheContentMeans(int code, String words, Outcome outcome) {
        server.refuseContentFor(RECIPIENT, code, words);

        DeliveryReply reply = delivery.deliver(Mails.outgoing(RECIPIENT));
        assertThat(reply.outcome()).isEqualTo(outcome);
        assertThat(reply.words()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"550, sender not allowed", "451, no disk", "552, too much", "503, bad sequence", "421, closing"})
    void doesNotBlameTheMailIfTheSenderIsRefused(int code, String words) {
        server.refuseTheSender(code, words);

        DeliveryReply reply = delivery.deliver(Mails.outgoing(RECIPIENT));
        assertThat(reply.outcome()).isEqualTo(Outcome.AWAY);
        assertThat(reply.words()).contains(words);
    }

    @Test
    void refusesWhatIsNoAddressWithoutAskingTheServer() {
        DeliveryReply reply = delivery.deliver(Mails.outgoing("a@example.jp\r\nRCPT TO:<b@example.jp>"));

        assertThat(reply.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void knowsThatNobodyListens() throws IOException {
        server.close();

        assertThat(delivery.deliver(Mails.outgoing(RECIPIENT)).outcome()).isEqualTo(Outcome.AWAY);
    }

    @Test
    void knowsThatTheServerTakesNobodyNow() {
        try (TestMailServer busy = new TestMailServer(
                0,
                settings -> settings.sessionHandler(new SessionHandler() {
                    @Override
                    public SessionAcceptance accept(org.subethamail.smtp.server.Session session) {
                        return SessionAcceptance.failure(421, "too busy");
                    }

                    @Override
                    public void onSessionEnd(org.subethamail.smtp.server.Session session) {
                        // nothing was kept
                    }
                }))) {
            SmtpDelivery toTheBusy = new SmtpDelivery(busy.client(), COMPOSER);

            assertThat(toTheBusy.deliver(Mails.outgoing(RECIPIENT)).outcome()).isEqualTo(Outcome.AWAY);
        }
    }

    @Test
    void doesNotWaitForAServerThatNeverGreets() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            JavaMailSenderImpl client = impatient(server.client(), Duration.ofMillis(300));
            client.setPort(mute.getLocalPort());

            assertThat(new SmtpDelivery(client, COMPOSER)
                            .deliver(Mails.outgoing(RECIPIENT))
                            .outcome())
                    .isEqualTo(Outcome.AWAY);
        }
    }

    @Test
    void tellsAServerThatFallsSilentFromOneThatIsAway() {
        server.hangAt(RECIPIENT);
        SmtpDelivery quick = new SmtpDelivery(impatient(server.client(), Duration.ofSeconds(5)), COMPOSER);

        assertThat(quick.deliver(Mails.outgoing(RECIPIENT)).outcome()).isEqualTo(Outcome.SILENT);
    }

    private static JavaMailSenderImpl impatient(JavaMailSenderImpl client, Duration patience) {
        client.getJavaMailProperties().setProperty("mail.smtp.timeout", String.valueOf(patience.toMillis()));
        return client;
    }
}
