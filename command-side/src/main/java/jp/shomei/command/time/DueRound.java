package jp.shomei.command.time;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of turns on some threads: how many may wait, and how they end. Used by one thread; closing it waits until all
 * have ended.
 */
final class DueRound implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DueRound.class);
    private static final long DEADLINE_SECONDS = 120;

    /** If every turn fails, the first ones tell why. */
    private static final int MOST_FAILURES_LOGGED = 20;

    private final String name;
    private final ExecutorService threads;
    private final int most;
    private final Semaphore free;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    /** @param most how many turns may be under way or wait */
    DueRound(String name, ExecutorService threads, int most) {
        this.name = name;
        this.threads = threads;
        this.most = most;
        this.free = new Semaphore(most);
    }

    /**
     * Lets a turn begin as soon as a thread is free; waits while too many wait already.
     *
     * @throws IllegalStateException if the caller is interrupted, or the threads are closed, or none of their turns ends
     */
    void begin(String subject, Runnable turn) {
        awaitOne();
        try {
            threads.execute(() -> take(subject, turn));
        } catch (RejectedExecutionException closed) {
            free.release();
            throw new IllegalStateException("stopped amid the " + name, closed);
        }
    }

    /**
     * Waits until every turn has ended. If the caller is interrupted, those that have not begun never will.
     *
     * @throws IllegalStateException if the caller is interrupted, or no turn ends
     */
    @Override
    public void close() {
        for (int ended = 0; ended < most; ended++) {
            awaitOne();
        }
    }

    /**
     * Tells how the turns ended.
     *
     * @throws IllegalStateException if not all did well
     */
    void conclude() {
        int left = failed.get() + dropped.get();
        if (done.get() + left > 0) {
            LOG.info("{}: {} looked after, {} failed", name, done, left);
        }
        if (left > 0) {
            throw new IllegalStateException(left + " " + name + " are not on record", failure.get());
        }
    }

    private void take(String subject, Runnable turn) {
        try {
            if (stopped || threads.isShutdown()) {
                dropped.incrementAndGet();
            } else {
                turn.run();
                done.incrementAndGet();
            }
        } catch (RuntimeException | Error broken) {
            failure.set(broken);
            if (failed.incrementAndGet() <= MOST_FAILURES_LOGGED) {
                LOG.error("{}: the turn of {} failed", name, subject, broken);
            }
        } finally {
            free.release();
        }
    }

    private void awaitOne() {
        try {
            if (!free.tryAcquire(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the " + name + " do not go on");
            }
        } catch (InterruptedException interrupted) {
            stopped = true;
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped amid the " + name, interrupted);
        }
    }
}
