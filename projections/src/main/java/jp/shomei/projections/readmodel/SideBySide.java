package jp.shomei.projections.readmodel;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Work that waits for the database, done at the same time. */
final class SideBySide {

    /** Longer than the driver waits for one answer: what it has to say is known by then. */
    private static final long LONGEST_SECONDS = 120;

    private SideBySide() {}

    /**
     * Does all of it; when it returns or throws, none of it goes on.
     *
     * @throws RuntimeException what one of them threw
     */
    static void run(List<Runnable> works) {
        if (works.size() < 2) {
            works.forEach(Runnable::run);
            return;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(works.stream().map(Executors::callable).toList(), LONGEST_SECONDS, TimeUnit.SECONDS)
                    .forEach(SideBySide::requireSuccess);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it was writing", stopped);
        }
    }

    private static void requireSuccess(Future<?> work) {
        switch (work.state()) {
            case FAILED -> throw asUnchecked(work.exceptionNow());
            case CANCELLED ->
                throw new IllegalStateException("the database has not answered in " + LONGEST_SECONDS + " s");
            default -> {}
        }
    }

    private static RuntimeException asUnchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }
}
