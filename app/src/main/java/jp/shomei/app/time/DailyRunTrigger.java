package jp.shomei.app.time;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import jp.shomei.command.time.DailyRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Asks twice a minute whether a new day has begun. Of several nodes one does the work of the day: the one that also prepares
 * notices. If it goes away, the one that takes that over does what is left, and may call jobs again that have run.
 */
public final class DailyRunTrigger {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRunTrigger.class);

    private final DailyRun dailyRun;
    private final BooleanSupplier here;

    /**
     * @param here whether this node is the one that does the work of the day
     */
    public DailyRunTrigger(DailyRun dailyRun, BooleanSupplier here) {
        this.dailyRun = dailyRun;
        this.here = here;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void tick() {
        if (!here.getAsBoolean()) {
            return;
        }
        try {
            dailyRun.catchUp();
        } catch (IllegalStateException failed) {
            LOG.debug("The daily run is not complete and is tried again in 30 seconds: {}", failed.getMessage());
        }
    }
}
