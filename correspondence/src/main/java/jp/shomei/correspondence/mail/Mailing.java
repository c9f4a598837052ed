package jp.shomei.correspondence.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import jp.shomei.contracts.certificate.RenewalWindow;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The mails. Needs a {@link Clock}, the durable store as {@link DataSource}, a {@link QueryGateway}, the {@link
 * RenewalWindow} and {@link MailSettings}; takes {@link MailSteps} where there are any. Sends through the {@link
 * JavaMailSender} if there is one (Spring Boot makes it from {@code spring.mail.*} if {@code spring.mail.host} is set), else
 * writes files. A mail server is given ten seconds to be reached and to take what is written to it, and five minutes for
 * each reply, unless {@code spring.mail.properties} says otherwise: the reply to the content may take as long as the server
 * needs to store it, and whoever does not wait for it sends the mail twice (RFC 5321 sections 4.5.3.2.6 and 6.1).
 */
@Configuration(proxyBeanMethods = false)
public class Mailing {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration WRITING = Duration.ofSeconds(10);
    private static final Duration REPLYING = Duration.ofMinutes(5);

    /** Mail servers, and other processes' claims, live in real time, also while business time is simulated. */
    private static final Clock REAL_TIME = Clock.systemUTC();

    @Bean
    MailOutbox mailOutbox(DataSource dataSource) {
        return new MailOutbox(dataSource, REAL_TIME);
    }

    @Bean
    MailBell mailBell() {
        return new MailBell();
    }

    @Bean
    ServerWatch mailServerWatch() {
        return new ServerWatch();
    }

    @Bean
    OutboxSender outboxSender(
            DataSource dataSource,
            MailSettings settings,
            ObjectProvider<JavaMailSender> server,
            ServerWatch watch,
            MailBell bell,
            ObjectProvider<MailSteps> observer) {
        MailQueue queue = new MailQueue(dataSource, REAL_TIME);
        return new OutboxSender(queue, delivery(settings, server), watch, bell, steps(observer));
    }

    @Bean
    MailDesk mailDesk(MailOutbox outbox, MailBell bell, ObjectProvider<MailSteps> observer) {
        return new MailDesk(outbox, bell, steps(observer));
    }

    @Bean
    Enquiries mailEnquiries(QueryGateway queries) {
        return new Enquiries(queries);
    }

    @Bean
    WhenCertificateChangesThenMail whenCertificateChangesThenMail(
            MailDesk desk, Enquiries enquiries, RenewalWindow renewal) {
        return new WhenCertificateChangesThenMail(desk, enquiries, renewal);
    }

    @Bean
    WhenNoticeTravelsThenMail whenNoticeTravelsThenMail(MailDesk desk, Enquiries enquiries) {
        return new WhenNoticeTravelsThenMail(desk, enquiries);
    }

    @Bean
    WhenFeeOverdueThenMail whenFeeOverdueThenMail(MailDesk desk, Enquiries enquiries) {
        return new WhenFeeOverdueThenMail(desk, enquiries);
    }

    @Bean
    MailQueryHandler mailQueryHandler(MailOutbox outbox) {
        return new MailQueryHandler(outbox);
    }

    @Bean
    ResendMailHandler resendMailHandler(MailOutbox outbox, MailBell bell, Clock clock) {
        return new ResendMailHandler(outbox, bell, clock);
    }

    @Bean
    MailReadout mailReadout(MailOutbox outbox, ServerWatch watch) {
        return new MailReadout(outbox, watch, REAL_TIME);
    }

    private static Delivery delivery(MailSettings settings, ObjectProvider<JavaMailSender> server) {
        MailComposer composer = new MailComposer(settings);
        JavaMailSender there = server.getIfAvailable();
        if (there == null) {
            return new FolderDelivery(settings.folder(), composer);
        }
        if (there instanceof JavaMailSenderImpl configured) {
            setTimeLimits(configured);
        }
        return new SmtpDelivery(there, composer);
    }

    /** Without these, a mail server that hangs would be waited for without end. */
    static void setTimeLimits(JavaMailSenderImpl server) {
        String named = server.getProtocol();
        String protocol = "mail." + (named == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : named);
        Properties properties = server.getJavaMailProperties();
        properties.putIfAbsent(protocol + ".connectiontimeout", millis(CONNECTING));
        properties.putIfAbsent(protocol + ".timeout", millis(REPLYING));
        properties.putIfAbsent(protocol + ".writetimeout", millis(WRITING));
    }

    private static String millis(Duration limit) {
        return String.valueOf(limit.toMillis());
    }

    private static MailSteps steps(ObjectProvider<MailSteps> observer) {
        return observer.getIfAvailable(() -> MailSteps.UNOBSERVED);
    }
}
