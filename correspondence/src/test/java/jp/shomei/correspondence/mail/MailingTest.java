package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.mail.MailState;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;

/** The room as an application wires it. */
class MailingTest {

    private static final String PASSWORD = "correct horse";

    @TempDir
    private Path directory;

    private final DataSource store = Mails.store();

    @Test
    void writesFilesWithoutAMailServer() throws Exception {
        try (var room = room(Map.of())) {
            sendOne(room);
        }

        try (Stream<Path> files = Files.list(directory.resolve("outbox"))) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("20240327-one.eml");
        }
    }

    @Test
    void sendsThroughTheServerOfSpringsOwnSettings() {
        try (TestMailServer server = new TestMailServer();
                var room = room(
                        Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", String.valueOf(server.port())))) {
            sendOne(room);

            assertThat(server.taken()).hasSize(1);
            assertThat(directory.resolve("outbox")).doesNotExist();
        }
    }

    @Test
    void sendsEncryptedAndAuthenticatedWhereThatIsAskedFor() throws Exception {
        SSLContext identity = identity();
        try (TestMailServer server = new TestMailServer(0, settings -> settings.startTlsSocketFactory(identity)
                        .enableTLS()
                        .requireTLS()
                        .requireAuth()
                        .authenticationHandlerFactory(
                                new EasyAuthenticationHandlerFactory((user, password, context) -> {
                                    if (!user.equals("shomei") || !password.equals(PASSWORD)) {
                                        throw new LoginFailedException();
                                    }
                                })));
                var room = room(withCredentials(server, PASSWORD))) {
            sendOne(room);

            assertThat(server.taken()).hasSize(1);
        }
    }

    @Test
    void waitsWithEveryMailWhileItsPasswordIsRefused() throws Exception {
        SSLContext identity = identity();
        try (TestMailServer server = new TestMailServer(0, settings -> settings.startTlsSocketFactory(identity)
                        .enableTLS()
                        .requireTLS()
                        .requireAuth()
                        .authenticationHandlerFactory(
                                new EasyAuthenticationHandlerFactory((user, password, context) -> {
                                    throw new LoginFailedException();
                                })));
                var room = room(withCredentials(server, "wrong"))) {
            MailOutbox outbox = room.getBean(MailOutbox.class);
            outbox.record(Mails.to("soumu@example.jp", "one"));

            Await.until(
                    "it is known", () -> room.getBean(MailReadout.class).look().away() != null);
            assertThat(Mails.find(outbox, "one").state()).isEqualTo(MailState.WAITING);
            assertThat(Mails.find(outbox, "one").attempts()).isZero();
        }
    }

    @Test
    void waitsFiveMinutesForAReplyAndTenSecondsForTheRest() {
        try (var room = room(Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", "1"))) {
            assertThat(room.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                    .containsEntry("mail.smtp.connectiontimeout", "10000")
                    .containsEntry("mail.smtp.timeout", "300000")
                    .containsEntry("mail.smtp.writetimeout", "10000");
        }
    }

    @Test
    void waitsAsLongAsItIsTold() {
        try (var room = room(Map.of(
                "spring.mail.host", "127.0.0.1",
                "spring.mail.port", "1",
                "spring.mail.properties.mail.smtp.timeout", "3000"))) {
            assertThat(room.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                    .containsEntry("mail.smtp.connectiontimeout", "10000")
                    .containsEntry("mail.smtp.timeout", "3000")
                    .containsEntry("mail.smtp.writetimeout", "10000");
        }
    }

    private static void sendOne(AnnotationConfigApplicationContext room) {
        MailOutbox outbox = room.getBean(MailOutbox.class);
        outbox.record(Mails.to("soumu@example.jp", "one"));
        room.getBean(MailBell.class).ring();
        Await.until("it is sent", () -> Mails.find(outbox, "one").state() == MailState.SENT);
    }

    private AnnotationConfigApplicationContext room(Map<String, Object> properties) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(DataSource.class, () -> store);
        context.registerBean(Clock.class, () -> Clock.fixed(Mails.WRITTEN, ZoneOffset.UTC));
        context.registerBean(QueryGateway.class, () -> new QuerySideStandIn().gateway());
        context.registerBean(RenewalWindow.class, () -> RenewalWindow.AS_PUBLISHED);
        context.registerBean(
                MailSettings.class, () -> new MailSettings("no-reply@ssk.or.jp", directory.resolve("outbox")));
        context.register(Mailing.class, MailSenderAutoConfiguration.class);
        context.refresh();
        return context;
    }

    private static Map<String, Object> withCredentials(TestMailServer server, String password) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.mail.host", "localhost");
        properties.put("spring.mail.port", String.valueOf(server.port()));
        properties.put("spring.mail.username", "shomei");
        properties.put("spring.mail.password", password);
        properties.put("spring.mail.properties.mail.smtp.auth", "true");
        properties.put("spring.mail.properties.mail.smtp.starttls.enable", "true");
        properties.put("spring.mail.properties.mail.smtp.starttls.required", "true");
        properties.put("spring.mail.properties.mail.smtp.ssl.trust", "localhost");
        return properties;
    }

    /** A server's certificate, made by the JDK's own tool. */
    private SSLContext identity() throws Exception {
        Path file = directory.resolve("identity.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            keys.load(content, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
