package jp.shomei.command.time;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.contracts.time.DailyJob;
import jp.shomei.contracts.time.JapanTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls every daily job when a day has begun in Japan. A job that fails does not keep the others from running; at the next
 * call it alone is tried again. What has run is forgotten with the process, so jobs may be called again for a day. Of several
 * nodes one has the turn; the others keep what is not theirs for when they have to take over.
 */
public final class DailyRun {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRun.class);

    private final List<DailyJob> jobs;
    private final Clock clock;
    private final DailyTurn turn;
    private @Nullable LocalDate newest;
    private List<DailyJob> left = List.of();
    private volatile boolean stopping;

    /** On the only node there is. */
    public DailyRun(List<DailyJob> jobs, Clock clock) {
        this(jobs, clock, () -> true);
    }

    /** @param turn whether what is done once for all nodes is done here */
    public DailyRun(List<DailyJob> jobs, Clock clock, DailyTurn turn) {
        this.jobs = List.copyOf(jobs);
        this.clock = clock;
        this.turn = turn;
    }

    /**
     * Runs what is due today, unless it has run. To be called now and then.
     *
     * @return whether there was anything to run
     * @throws IllegalStateException if a job failed, after the others have run
     */
    public synchronized boolean catchUp() {
        LocalDate today = JapanTime.today(clock);
        if (newest == null || !newest.isAfter(today)) {
            boolean begun = today.equals(newest) && left.isEmpty();
            run(today);
            return !begun;
        }
        return false;
    }

    /**
     * Runs the jobs of one day, or those of them that failed before.
     *
     * @throws IllegalStateException if a job failed, after the others have run
     */
    synchronized void run(LocalDate day) {
        if (!day.equals(newest)) {
            newest = day;
            left = jobs;
        }
        runWhatIsLeft(day);
    }

    /**
     * Runs what failed on the newest day, if anything did.
     *
     * @throws IllegalStateException if a job failed again, after the others have run
     */
    synchronized void repeat() {
        if (newest != null) {
            runWhatIsLeft(newest);
        }
    }

    /** Tells that the system stops: what fails from now on fails for want of others, and is done after the next start. */
    public void stop() {
        stopping = true;
    }

    private void runWhatIsLeft(LocalDate day) {
        @Nullable RuntimeException failure = null;
        List<DailyJob> leftAgain = new ArrayList<>();
        for (DailyJob job : left) {
            try {
                if (job.isForEveryNode() || turn.isMine()) {
                    job.run(day);
                } else {
                    leftAgain.add(job);
                }
            } catch (RuntimeException failed) {
                tell(job, day, failed);
                leftAgain.add(job);
                failure = failed;
            }
        }
        left = List.copyOf(leftAgain);
        if (failure != null) {
            throw new IllegalStateException("a daily job failed for " + day, failure);
        }
    }

    private void tell(DailyJob job, LocalDate day, RuntimeException failed) {
        if (stopping) {
            LOG.info(
                    "Daily job {} for {} was broken off by the stop; it goes on after the next start.",
                    job.name(),
                    day);
        } else {
            LOG.error("Daily job {} failed for {}; it is tried again.", job.name(), day, failed);
        }
    }
}
