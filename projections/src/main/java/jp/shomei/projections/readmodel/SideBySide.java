package jp.shomei.projections.readmodel;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Work that waits for the database, done at the same time. */
final class SideBySide {

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
            CompletableFuture.allOf(works.stream()
                            .map(work -> CompletableFuture.runAsync(work, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
