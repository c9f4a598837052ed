package jp.shomei.correspondence.letter;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.shomei.contracts.message.Waiting;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * The one thread on which archives are written, one after another, while a message handler waits. A command given from
 * inside a handler belongs to that handler's unit of work, and its events are stored only when the handler is done; here
 * each counts when its call returns, so that a notice is on record as printed before its letter is read from the record.
 */
final class ArchiveRoom implements AutoCloseable {

    private static final int WAITING = 16;
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final CommandGateway gateway;
    private final ThreadPoolExecutor thread;

    ArchiveRoom(CommandGateway gateway) {
        this.gateway = gateway;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("posting-archive-", 0).factory());
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * Does the work and waits until it is done, or throws what it threw.
     *
     * @throws Refused with {@link ErrorCode#TEMPORARILY_UNAVAILABLE} if there is too much work, or it takes longer than
     *     this; it is then still finished
     */
    void call(Consumer<Commands> work, Duration deadline) {
        Commands commands = Commands.onBehalfOfSender(gateway);
        Waiting.on(submit(() -> work.accept(commands)), deadline);
    }

    /**
     * To be called between two letters.
     *
     * @throws Refused with {@link ErrorCode#TEMPORARILY_UNAVAILABLE} if the system is being stopped
     */
    void stopIfClosing() {
        if (thread.isShutdown()) {
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        }
    }

    /** Lets the letter at hand be finished; interrupting it could harm the database files that a command is writing. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Future<?> submit(Runnable work) {
        try {
            return thread.submit(work);
        } catch (RejectedExecutionException full) {
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        }
    }
}
