package jp.shomei.projections.readmodel;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread on which a processor's coordinator hands events to its worker. When the worker's queue of about a thousand is
 * full, Axon's coordinator looks again after 100 ms, whatever the worker does meanwhile: a read model could take in ten
 * thousand events a second and no more. Here it looks again after a twentieth of that. Its other waits are of other lengths,
 * and stay what they are.
 */
final class CoordinatorThread extends ScheduledThreadPoolExecutor {

    private static final long WHILE_FULL_MILLIS = 100;
    private static final long SHORTER_MILLIS = 5;

    CoordinatorThread(String name) {
        super(1, Thread.ofPlatform().daemon().name(name).factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return unit.toMillis(delay) == WHILE_FULL_MILLIS
                ? super.schedule(task, SHORTER_MILLIS, TimeUnit.MILLISECONDS)
                : super.schedule(task, delay, unit);
    }
}
