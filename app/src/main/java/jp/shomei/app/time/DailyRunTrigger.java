package jp.shomei.app.time;

import java.util.concurrent.TimeUnit;
import jp.shomei.command.time.DailyRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Asks twice a minute whether a new day has begun. */
public final class DailyRunTrigger {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRunTrigger.class);

    private final DailyRun dailyRun;

    public DailyRunTrigger(DailyRun dailyRun) {
        this.dailyRun = dailyRun;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void tick() {
        try {
            dailyRun.catchUp();
        } catch (IllegalStateException failed) {
            LOG.debug("The daily run is not complete and is tried again in 30 seconds: {}", failed.getMessage());
        }
    }
}
