package jp.shomei.app.time;

import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.shomei.ca.watch.Measure;
import jp.shomei.command.time.DailyRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Asks twice a minute whether a new day has begun. */
public final class DailyRunTrigger {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRunTrigger.class);
    private static final double NANOS_PER_SECOND = 1e9;

    private final DailyRun dailyRun;
    private volatile boolean complete;
    private volatile double tookSeconds;
    private volatile long completeAtNanos = System.nanoTime();

    public DailyRunTrigger(DailyRun dailyRun) {
        this.dailyRun = dailyRun;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void tick() {
        long begin = System.nanoTime();
        try {
            if (dailyRun.catchUp()) {
                tookSeconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
            }
            complete = true;
            completeAtNanos = System.nanoTime();
        } catch (IllegalStateException failed) {
            complete = false;
            LOG.debug("The daily run is not complete and is tried again in 30 seconds: {}", failed.getMessage());
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        dailyRun.stop();
    }

    /** Whether everything due today has run, how long the newest run took, and how long ago it was last seen complete. */
    public List<Measure> measures() {
        return List.of(
                Measure.level("daily.run.complete", complete ? 1 : 0),
                Measure.level("daily.run.seconds", tookSeconds),
                Measure.level(
                        "daily.run.since.complete.seconds", (System.nanoTime() - completeAtNanos) / NANOS_PER_SECOND));
    }
}
