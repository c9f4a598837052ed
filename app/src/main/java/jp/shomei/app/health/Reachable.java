package jp.shomei.app.health;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether a server that this node cannot do without answers. It is asked every few seconds, on a thread of its own, since an
 * answer may be long in coming; whoever asks for the health is told when the last one came.
 */
final class Reachable extends AbstractHealthIndicator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reachable.class);
    private static final Duration PACE = Duration.ofSeconds(2);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private final String name;
    private final Callable<?> question;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService thread;
    private volatile long answered;
    private volatile boolean silent;

    /**
     * @param name what an operator calls the server
     * @param question fails, or does not return, if the server is away
     */
    Reachable(String name, Callable<?> question) {
        this(name, question, System::nanoTime);
        thread.scheduleWithFixedDelay(this::ask, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    Reachable(String name, Callable<?> question, LongSupplier nanoTime) {
        this.name = name;
        this.question = question;
        this.nanoTime = nanoTime;
        this.answered = nanoTime.getAsLong();
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("reaching-" + name).factory());
    }

    /** Asks once. */
    void ask() {
        try {
            question.call();
            answered = nanoTime.getAsLong();
            if (silent) {
                LOG.info("{} answers again.", name);
            }
            silent = false;
        } catch (Exception away) {
            if (!silent) {
                LOG.warn("{} does not answer: {}", name, away.toString());
            }
            silent = true;
        }
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Duration silence = Duration.ofNanos(nanoTime.getAsLong() - answered);
        if (silent || silence.compareTo(LONGEST_SILENCE) > 0) {
            health.outOfService().withDetail("silentForSeconds", silence.toSeconds());
        } else {
            health.up();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
