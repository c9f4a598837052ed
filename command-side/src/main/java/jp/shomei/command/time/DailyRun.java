package jp.shomei.command.time;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.time.DailyJob;
import jp.shomei.contracts.time.JapanTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls every daily job when a day has begun in Japan. A job that fails does not keep the others from running, and the
 * day is tried again at the next call. What has run is forgotten with the process, so jobs may be called again for a day.
 */
public final class DailyRun {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRun.class);

    private final List<DailyJob> jobs;
    private final Clock clock;
    private @Nullable LocalDate done;

    public DailyRun(List<DailyJob> jobs, Clock clock) {
        this.jobs = List.copyOf(jobs);
        this.clock = clock;
    }

    /** Runs what is due today, unless it has run. To be called now and then. */
    public synchronized void catchUp() {
        LocalDate today = JapanTime.today(clock);
        if (done == null || done.isBefore(today)) {
            run(today);
        }
    }

    /**
     * Runs the jobs of one day.
     *
     * @throws IllegalStateException if a job failed, after the others have run
     */
    synchronized void run(LocalDate day) {
        @Nullable RuntimeException failure = null;
        for (DailyJob job : jobs) {
            try {
                job.run(day);
            } catch (RuntimeException failed) {
                LOG.error("Daily job {} failed for {}; it is tried again.", job.name(), day, failed);
                failure = failed;
            }
        }
        if (failure != null) {
            throw new IllegalStateException("a daily job failed for " + day, failure);
        }
        done = day;
    }
}
