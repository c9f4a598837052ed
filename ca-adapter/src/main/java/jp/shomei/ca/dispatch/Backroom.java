package jp.shomei.ca.dispatch;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.shomei.contracts.message.Waiting;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Does the work of a message handler on a thread of its own, while the handler waits. A command given from inside a
 * handler belongs to that handler's unit of work: its events are stored only when the outermost handler is done, which
 * is too late for an intent that must be on record before the key is used. Here every command, and every row written,
 * counts when its call returns.
 */
public final class Backroom implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int WAITING = 32;
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final CommandGateway gateway;
    private final ThreadPoolExecutor threads;

    public Backroom(CommandGateway gateway) {
        this.gateway = gateway;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("signing-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Does the work and hands back its answer, or throws what it threw.
     *
     * @throws Refused with {@link ErrorCode#TEMPORARILY_UNAVAILABLE} if there is too much work, or it takes too long; it
     *     is then still finished, and the next request finds it done
     */
    public <T> T call(Function<Commands, T> work) {
        Commands commands = Commands.onBehalfOfSender(gateway);
        return Waiting.on(submit(commands, work), DEADLINE);
    }

    /** Whether nobody waits for anything here. */
    public boolean isIdle() {
        return threads.getActiveCount() == 0 && threads.getQueue().isEmpty();
    }

    /** Lets running work finish; interrupting it could harm the database files it is writing. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> Future<T> submit(Commands commands, Function<Commands, T> work) {
        try {
            return threads.submit(() -> work.apply(commands));
        } catch (RejectedExecutionException full) {
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        }
    }
}
