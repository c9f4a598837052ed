package jp.shomei.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for a condition, not for a time. */
public final class Await {

    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {}

    public static void until(Callable<Boolean> condition) {
        value(() -> condition.call() ? Boolean.TRUE : null);
    }

    public static <T> T value(Callable<@Nullable T> attempt) {
        return value(attempt, () -> "did not come true");
    }

    public static <T> T value(Callable<@Nullable T> attempt, Supplier<String> otherwise) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (System.nanoTime() < end) {
            try {
                T value = attempt.call();
                if (value != null) {
                    return value;
                }
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError(otherwise.get() + " within " + DEADLINE);
    }
}
