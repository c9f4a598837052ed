package jp.shomei.correspondence.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on a port of its own, which does what a test says. */
final class TestMailServer implements AutoCloseable {

    /** Longer than any test waits. */
    private static final String PATIENCE_MILLIS = "120000";

    private final SMTPServer server;
    private final List<MimeMessage> taken = new CopyOnWriteArrayList<>();
    private final Map<String, RejectException> refused = new ConcurrentHashMap<>();
    private final Map<String, RejectException> refusedContent = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();
    private volatile RejectException refusedSender;

    TestMailServer() {
        this(0, settings -> settings);
    }

    TestMailServer(int port, UnaryOperator<SMTPServer.Builder> settings) {
        this.server = settings.apply(SMTPServer.port(port)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("localhost")
                        .messageHandlerFactory(context -> new Conversation()))
                .build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    /** A client of this server, which waits longer than it hangs. */
    JavaMailSenderImpl client() {
        JavaMailSenderImpl client = new JavaMailSenderImpl();
        client.setHost("127.0.0.1");
        client.setPort(port());
        client.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        client.getJavaMailProperties().setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        client.getJavaMailProperties().setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return client;
    }

    List<MimeMessage> taken() {
        return taken;
    }

    void refuse(String recipient, int code, String words) {
        refused.put(recipient, new RejectException(code, words));
    }

    void refuseContentFor(String recipient, int code, String words) {
        refusedContent.put(recipient, new RejectException(code, words));
    }

    void refuseTheSender(int code, String words) {
        refusedSender = new RejectException(code, words);
    }

    void letEverybodyIn() {
        refused.clear();
        refusedSender = null;
    }

    /** Does not answer about this recipient until the latch is down. */
    CountDownLatch hangAt(String recipient) {
        return slow.computeIfAbsent(recipient, someone -> new CountDownLatch(1));
    }

    @Override
    public void close() {
        slow.values().forEach(CountDownLatch::countDown);
        server.stop();
    }

    private final class Conversation implements MessageHandler {

        private String recipient = "";

        @Override
        public void from(String from) throws RejectException {
            if (refusedSender != null) {
                throw refusedSender;
            }
        }

        @Override
        public void recipient(String named) throws RejectException {
            recipient = named;
            if (slow.containsKey(named)) {
                hang(slow.get(named));
            }
            if (refused.containsKey(named)) {
                throw refused.get(named);
            }
        }

        @Override
        public String data(InputStream content) throws RejectException {
            try {
                MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), content);
                if (refusedContent.containsKey(recipient)) {
                    throw refusedContent.get(recipient);
                }
                taken.add(message);
                return "kept";
            } catch (jakarta.mail.MessagingException unreadable) {
                throw new RejectException(554, unreadable.toString());
            }
        }

        @Override
        public void done() {
            // nothing to clear away
        }

        private static void hang(CountDownLatch until) {
            try {
                until.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
