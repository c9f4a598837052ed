package jp.shomei.app.axon;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Gives a command again that lost against another node's: both appended to one aggregate, and the second was refused. Nothing
 * of it is on record then. A command that is part of another one's handling is not; the outermost is.
 */
public final class ConflictRetry implements RetryScheduler, AutoCloseable {

    private static final int MOST = 5;
    private static final int PAUSE_MILLIS = 20;

    /** A handler may wait for others. */
    private static final int THREADS = 4;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("command-again-", 0).factory());

    @Override
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException failure,
            List<Class<? extends Throwable>[]> failures,
            Runnable again) {
        boolean isConflict =
                failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
        if (!isConflict || failures.size() > MOST || CurrentUnitOfWork.isStarted()) {
            return false;
        }
        long pause = ThreadLocalRandom.current().nextLong(1, PAUSE_MILLIS << failures.size());
        try {
            threads.schedule(again, pause, TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /** Interrupts nobody: an interrupt in the middle of a write closes the file of an embedded store. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
