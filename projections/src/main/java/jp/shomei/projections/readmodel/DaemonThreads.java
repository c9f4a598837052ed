package jp.shomei.projections.readmodel;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Threads that do not keep a process alive whose start has failed. */
final class DaemonThreads {

    private static final long LONGEST_WORK_SECONDS = 10;

    private DaemonThreads() {}

    /** Lets the work in hand end, and no other begin. */
    static void finish(ScheduledExecutorService threads) {
        threads.shutdown();
        try {
            if (threads.awaitTermination(LONGEST_WORK_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }

    static ScheduledExecutorService single(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }
}
