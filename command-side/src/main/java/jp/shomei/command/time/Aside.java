package jp.shomei.command.time;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;

/**
 * Does long work of a message handler on one thread of its own, while the handler waits: each step counts when it is done,
 * and not only when the handler is. Nobody interrupts the thread, since that could close the file of an embedded store.
 */
public final class Aside implements AutoCloseable {

    private static final int WAITING = 4;
    private static final long CLOSING_SECONDS = 10;

    private final ThreadPoolExecutor thread;
    private final Duration longest;

    /**
     * @param name the thread's
     * @param longest how long a handler waits for its work, and for what was asked for before
     */
    public Aside(String name, Duration longest) {
        this.longest = longest;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name(name).factory());
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * Does the work and hands back its answer, or throws what it threw.
     *
     * @throws Refused with {@link ErrorCode#TEMPORARILY_UNAVAILABLE} if too much waits, or it takes too long; it is then
     *     still finished
     */
    public <T> T call(Callable<T> work) throws Exception {
        try {
            Future<T> answer = thread.submit(work);
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Refused refused ? refused : failed;
        } catch (RejectedExecutionException | TimeoutException late) {
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        }
    }

    /** Lets what is under way end. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
