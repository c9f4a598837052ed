package jp.shomei.ca.crl;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.shomei.ca.status.StatusListener;
import jp.shomei.contracts.time.DailyJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes revocation lists: at the start, every day, and right after a revocation, where several within a second share a
 * list. It works on a thread of its own, so that no revocation waits for a list or fails with it. What failed is tried again,
 * after one second at first and then ever less often. Which lists are due follows from what is in the store, so that nothing
 * is lost with the process.
 */
public final class RevocationListPublisher implements StatusListener, DailyJob, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationListPublisher.class);
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Duration START = Duration.ofSeconds(5);
    private static final int MOST_SECONDS_BACK = 30;
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final RevocationLists lists;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("revocation-lists").factory());
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile int failures;
    private volatile long earliest = System.nanoTime();

    public RevocationListPublisher(RevocationLists lists) {
        this.lists = lists;
    }

    /** Publishes what is due now, and goes on looking. A key that hangs does not keep the system from starting. */
    public void start() {
        try {
            thread.submit(this::publish).get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.warn("The revocation lists are not yet published; the start does not wait for them any longer.");
        } catch (ExecutionException failed) {
            LOG.error("The revocation lists could not be published at the start; it is tried again.", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        thread.scheduleWithFixedDelay(this::ask, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How often in a row the last publications failed. */
    public int failures() {
        return failures;
    }

    @Override
    public void signed(String serialNumber) {
        // is on no list
    }

    @Override
    public void revoked(String serialNumber) {
        ask();
    }

    @Override
    public String name() {
        return "revocation-lists";
    }

    @Override
    public void run(LocalDate day) {
        publish();
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A revocation list is still being published.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has the thread publish as soon as the pace allows; asking again before it does changes nothing. */
    private void ask() {
        if (asked.compareAndSet(false, true)) {
            try {
                thread.schedule(this::answer, Math.max(0, earliest - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException closed) {
                LOG.debug("The lists that are due now will be published at the next start.", closed);
            }
        }
    }

    private void answer() {
        asked.set(false);
        publish();
    }

    private synchronized void publish() {
        earliest = System.nanoTime() + PACE.toNanos();
        try {
            lists.publishDue();
            failures = 0;
        } catch (RuntimeException failed) {
            int seconds = Math.min(MOST_SECONDS_BACK, 1 << Math.min(failures, MOST_SECONDS_BACK / 2));
            failures++;
            earliest = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            LOG.warn("Revocation lists are behind; tried again in {} s.", seconds, failed);
            ask();
        }
    }
}
