package jp.shomei.correspondence.mail;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends the waiting mails. One thread claims them, a handful at a time, however many wait; four hand them over, so that a
 * slow recipient holds up one of them. It looks as soon as a mail is recorded, and every second for those to be tried again.
 * Nothing but the outbox knows what is to be sent: a process that dies leaves claims behind, which end within a minute.
 */
public final class OutboxSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final int WORKERS = 4;
    private static final int PAGE = 16;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration BACK = Duration.ofSeconds(5);
    private static final Duration CLOSING = Duration.ofSeconds(15);
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().daemon().name("mail-sender-", 1).factory();

    private final MailQueue queue;
    private final Claims claims;
    private final Delivery delivery;
    private final ServerWatch server;
    private final MailBell bell;
    private final MailSteps steps;
    private final Duration look;
    private final Semaphore free = new Semaphore(WORKERS);
    private volatile boolean closing;
    private @Nullable CountDownLatch ended;

    OutboxSender(MailQueue queue, Delivery delivery, ServerWatch server, MailBell bell, MailSteps steps) {
        this(queue, delivery, server, bell, steps, LOOK);
    }

    /** @param look how often it looks while nothing rings; claims are kept for a minute each time */
    OutboxSender(
            MailQueue queue, Delivery delivery, ServerWatch server, MailBell bell, MailSteps steps, Duration look) {
        this.queue = queue;
        this.claims = new Claims(queue, System::nanoTime);
        this.delivery = delivery;
        this.server = server;
        this.bell = bell;
        this.steps = steps;
        this.look = look;
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        closing = false;
        CountDownLatch end = new CountDownLatch(1);
        ended = end;
        Thread.ofPlatform().daemon().name("mail-sender").start(() -> sendUntilClosed(end));
    }

    /** Lets the mails being handed over be handed over and recorded: an interrupt could harm the database file. */
    @Override
    public synchronized void stop() {
        @Nullable CountDownLatch end = ended;
        if (end == null) {
            return;
        }
        closing = true;
        bell.ring();
        try {
            if (!end.await(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A mail is still being handed over.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        ended = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return ended != null;
    }

    private void sendUntilClosed(CountDownLatch end) {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS, THREADS)) {
            while (!closing) {
                bell.await(send(workers));
            }
        } catch (InterruptedException stopped) {
            LOG.warn("Mails are sent again after the next start.");
        } finally {
            end.countDown();
        }
    }

    /** Sends what can be claimed at once, and says how long to wait. */
    private Duration send(ExecutorService workers) throws InterruptedException {
        try {
            claims.keep();
            Duration pause = server.pause();
            if (pause.isPositive()) {
                return pause.compareTo(look) < 0 ? pause : look;
            }
            Deque<OutgoingMail> mails = claims.take(PAGE);
            Duration wait = mails.isEmpty() ? look : Duration.ZERO;
            handOut(mails, workers);
            return wait;
        } catch (RuntimeException | Error failed) {
            LOG.warn("The outbox could not be read; it is tried again.", failed);
            return BACK;
        }
    }

    /** Takes them out one by one; the claims on those that are left after a fault end by themselves. */
    private void handOut(Deque<OutgoingMail> mails, ExecutorService workers) throws InterruptedException {
        try {
            while (!mails.isEmpty()) {
                handOut(mails.getFirst(), workers);
                mails.removeFirst();
            }
        } finally {
            claims.letGo(mails);
        }
    }

    /** Gives a mail to the next worker that is free; back to the outbox, if the server goes away meanwhile. */
    private void handOut(OutgoingMail mail, ExecutorService workers) throws InterruptedException {
        while (!free.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            claims.keep();
        }
        if (closing || server.pause().isPositive()) {
            free.release();
            claims.letGo(List.of(mail));
            queue.release(mail);
        } else {
            begin(mail, workers);
        }
    }

    private void begin(OutgoingMail mail, ExecutorService workers) {
        try {
            workers.execute(() -> work(mail));
        } catch (RuntimeException | Error notBegun) {
            free.release();
            throw notBegun;
        }
    }

    private void work(OutgoingMail mail) {
        try {
            steps.reached(MailStep.CLAIMED, mail.mailId());
            DeliveryReply reply = reply(mail);
            server.heard(reply);
            record(mail, reply);
        } catch (RuntimeException failed) {
            LOG.warn("What became of mail {} could not be recorded; it is sent again.", mail.mailId(), failed);
        } finally {
            claims.letGo(List.of(mail));
            free.release();
        }
    }

    private DeliveryReply reply(OutgoingMail mail) {
        try {
            return delivery.deliver(mail);
        } catch (RuntimeException failed) {
            LOG.warn("Mail {} could not be handed over.", mail.mailId(), failed);
            return DeliveryReply.later(failed.getClass().getSimpleName());
        }
    }

    private void record(OutgoingMail mail, DeliveryReply reply) {
        switch (reply.outcome()) {
            case TAKEN -> {
                steps.reached(MailStep.TAKEN, mail.mailId());
                queue.sent(mail);
                steps.reached(MailStep.NOTED, mail.mailId());
            }
            case REFUSED -> queue.givenUp(mail, reply.words());
            case LATER, SILENT -> queue.postponed(mail, reply.words());
            case AWAY -> queue.putBehind(mail, server.pause());
        }
    }
}
