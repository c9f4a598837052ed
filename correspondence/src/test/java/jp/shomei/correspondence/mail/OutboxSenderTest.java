package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.shomei.contracts.mail.MailState;
import jp.shomei.contracts.mail.MailView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxSenderTest {

    private static final MailComposer COMPOSER =
            new MailComposer(new MailSettings("no-reply@ssk.or.jp", Path.of("outbox")));
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Clock realTime = Clock.systemUTC();
    private final DataSource store = Mails.store();
    private final MailOutbox outbox = new MailOutbox(store, realTime);
    private final MailBell bell = new MailBell();
    private final ServerWatch watch = new ServerWatch(PAUSE, PAUSE, System::nanoTime);
    private TestMailServer server;
    private OutboxSender sender;

    @BeforeEach
    void openTheServer() {
        server = new TestMailServer();
        sender = sender(new SmtpDelivery(server.client(), COMPOSER), MailSteps.UNOBSERVED);
    }

    @AfterEach
    void close() {
        server.close();
        sender.stop();
    }

    @Test
    void sendsWhatWaitedBeforeItStarted() {
        record("soumu@example.jp", "one");
        sender.start();

        Await.until("it is sent", () -> state("one") == MailState.SENT);
        assertThat(messageIds()).containsExactly("<one@ssk.or.jp>");
    }

    @Test
    void sendsWhatIsRecordedAtOnce() {
        sender = new OutboxSender(
                new MailQueue(store, realTime),
                new SmtpDelivery(server.client(), COMPOSER),
                watch,
                bell,
                MailSteps.UNOBSERVED,
                Duration.ofHours(1));
        sender.start();
        for (int number = 0; number < 5; number++) {
            String mailId = "mail-" + number;
            record("soumu@example.jp", mailId);
            Await.until("it is sent", () -> state(mailId) == MailState.SENT);
        }
    }

    @Test
    void sendsEveryMailOnce() {
        IntStream.range(0, 100).forEach(number -> record("soumu@example.jp", "mail-" + number));
        OutboxSender another = sender(new SmtpDelivery(server.client(), COMPOSER), MailSteps.UNOBSERVED);
        sender.start();
        another.start();

        Await.until("all are sent", () -> outbox.count(MailState.SENT) == 100);
        another.stop();
        assertThat(messageIds()).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void doesNotLetARefusedRecipientHoldTheOthers() {
        server.refuse("nobody@example.jp", 550, "5.1.1 no such user");
        server.refuse("later@example.jp", 451, "greylisted");
        for (String recipient : List.of("nobody@example.jp", "later@example.jp", "no address", "soumu@example.jp")) {
            record(recipient, recipient.replaceAll("[^a-z]", ""));
        }
        sender.start();

        Await.until("the good one is sent", () -> state("soumuexamplejp") == MailState.SENT);
        Await.until("the bad ones are tried", () -> outbox.count(MailState.GIVEN_UP) == 2);
        Await.until(
                "the late one is tried",
                () -> Mails.find(outbox, "laterexamplejp").attempts() == 1);
        assertThat(Mails.find(outbox, "nobodyexamplejp").lastReply()).contains("no such user");
        assertThat(Mails.find(outbox, "noaddress").lastReply()).startsWith("宛先のメールアドレス");
        assertThat(state("laterexamplejp")).isEqualTo(MailState.WAITING);
    }

    @Test
    void letsASlowRecipientHoldOneWorkerAlone() {
        CountDownLatch answer = server.hangAt("slow@example.jp");
        record("slow@example.jp", "slow");
        IntStream.range(0, 40).forEach(number -> record("soumu@example.jp", "mail-" + number));
        sender.start();

        Await.until("all others are sent", () -> outbox.count(MailState.SENT) == 40);
        assertThat(state("slow")).isEqualTo(MailState.WAITING);
        answer.countDown();
        Await.until("the slow one too", () -> state("slow") == MailState.SENT);
    }

    @Test
    void sendsWhatWaitsOnceTheServerIsBack() {
        TestMailServer gone = new TestMailServer();
        AtomicReference<Delivery> way = new AtomicReference<>(new SmtpDelivery(gone.client(), COMPOSER));
        gone.close();
        sender = sender(mail -> way.get().deliver(mail), MailSteps.UNOBSERVED);
        IntStream.range(0, 12).forEach(number -> record("soumu@example.jp", "mail-" + number));
        sender.start();

        Await.until("it is known to be away", () -> watch.away().isPresent());
        assertThat(outbox.count(MailState.WAITING)).isEqualTo(12);
        assertThat(Mails.all(outbox)).extracting(MailView::attempts).containsOnly(0);

        way.set(new SmtpDelivery(server.client(), COMPOSER));
        Await.until("all are sent", () -> outbox.count(MailState.SENT) == 12);
        assertThat(watch.away()).isEmpty();
        assertThat(Mails.all(outbox)).extracting(MailView::attempts).containsOnly(1);
    }

    @Test
    void triesNothingMoreWhileTheServerIsAway() {
        AtomicInteger tried = new AtomicInteger();
        ServerWatch patient = patientWatch();
        sender = new OutboxSender(
                new MailQueue(store, realTime),
                mail -> {
                    tried.incrementAndGet();
                    return DeliveryReply.away("connection refused");
                },
                patient,
                bell,
                MailSteps.UNOBSERVED);
        IntStream.range(0, 50).forEach(number -> record("soumu@example.jp", "mail-" + number));
        sender.start();

        Await.until("it is known to be away", () -> patient.pause().isPositive());
        sender.stop();
        // no worker that is done is given another
        assertThat(tried.get()).isBetween(1, 4);
        assertThat(outbox.count(MailState.WAITING)).isEqualTo(50);
    }

    @Test
    void takesAServerThatFallsSilentAgainAndAgainForOneThatIsAway() {
        AtomicInteger tried = new AtomicInteger();
        ServerWatch patient = patientWatch();
        sender = new OutboxSender(
                new MailQueue(store, realTime),
                mail -> {
                    tried.incrementAndGet();
                    return DeliveryReply.silent("timed out");
                },
                patient,
                bell,
                MailSteps.UNOBSERVED);
        IntStream.range(0, 100).forEach(number -> record("soumu@example.jp", "mail-" + number));
        sender.start();

        Await.until("it is known to be away", () -> patient.pause().isPositive());
        sender.stop();
        assertThat(tried.get()).isBetween(4, 7);
        assertThat(outbox.count(MailState.WAITING)).isEqualTo(100);
    }

    @Test
    void letsMailsTheServerTurnsAwayHoldTheOthersOnlyOnce() {
        sender = sender(
                mail -> mail.recipient().startsWith("bad") ? DeliveryReply.away("530") : DeliveryReply.taken(),
                MailSteps.UNOBSERVED);
        IntStream.range(0, 5).forEach(number -> record("bad@example.jp", "bad-" + number));
        record("soumu@example.jp", "good");
        sender.start();

        Await.until("the good one is sent", () -> state("good") == MailState.SENT);
        sender.stop();
        assertThat(outbox.count(MailState.WAITING)).isEqualTo(5);
        assertThat(Mails.find(outbox, "bad-0").attempts()).isZero();
    }

    @Test
    void goesOnAfterAFaultOfItsOwn() {
        sender = sender(
                mail -> {
                    if (mail.mailId().equals("bad")) {
                        throw new IllegalStateException("not foreseen");
                    }
                    return DeliveryReply.taken();
                },
                MailSteps.UNOBSERVED);
        record("soumu@example.jp", "bad");
        record("soumu@example.jp", "good");
        sender.start();

        Await.until("the good one is sent", () -> state("good") == MailState.SENT);
        Await.until("the bad one was tried", () -> Mails.find(outbox, "bad").attempts() == 1);
        assertThat(Mails.find(outbox, "bad").lastReply()).isEqualTo("IllegalStateException");
    }

    @Test
    void recordsTheMailInHandBeforeItStops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        sender = sender(
                mail -> {
                    begun.countDown();
                    await(goOn);
                    return DeliveryReply.taken();
                },
                MailSteps.UNOBSERVED);
        record("soumu@example.jp", "one");
        sender.start();
        await(begun);
        Thread stopping = Thread.ofPlatform().start(sender::stop);
        Await.until("it waits for the mail", () -> stopping.getState() == Thread.State.TIMED_WAITING);
        assertThat(state("one")).isEqualTo(MailState.WAITING);
        goOn.countDown();

        assertThat(stopping.join(Duration.ofSeconds(20))).isTrue();
        assertThat(state("one")).isEqualTo(MailState.SENT);
        assertThat(sender.isRunning()).isFalse();
    }

    @Test
    void tellsOfEveryStep() {
        Set<MailStep> reached = ConcurrentHashMap.newKeySet();
        sender = sender(mail -> DeliveryReply.taken(), (step, mailId) -> reached.add(step));
        record("soumu@example.jp", "one");
        sender.start();

        Await.until("it is noted", () -> reached.contains(MailStep.NOTED));
        assertThat(reached).containsExactlyInAnyOrder(MailStep.CLAIMED, MailStep.TAKEN, MailStep.NOTED);
    }

    private OutboxSender sender(Delivery delivery, MailSteps steps) {
        return new OutboxSender(new MailQueue(store, realTime), delivery, watch, bell, steps);
    }

    private static ServerWatch patientWatch() {
        return new ServerWatch(Duration.ofHours(1), Duration.ofHours(1), System::nanoTime);
    }

    private void record(String recipient, String mailId) {
        outbox.record(Mails.to(recipient, mailId));
        bell.ringOnceOnRecord();
    }

    private MailState state(String mailId) {
        return Mails.find(outbox, mailId).state();
    }

    private List<String> messageIds() {
        return server.taken().stream().map(OutboxSenderTest::messageId).toList();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
