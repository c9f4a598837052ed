package jp.shomei.app.health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.ca.watch.WatchEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Where the authority stands: degraded if it cannot sign, or will not be able to before long. Anybody may ask, so nothing is
 * done for it on request: what was seen last is told, which is a few seconds old.
 */
final class AuthorityHealth extends AbstractHealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityHealth.class);
    private static final Duration OLD = Duration.ofMinutes(2);

    private final List<AuthorityWatch> watches;
    private final LongSupplier nanoTime;
    private volatile @Nullable Seen seen;

    AuthorityHealth(List<AuthorityWatch> watches) {
        this(watches, System::nanoTime);
    }

    AuthorityHealth(List<AuthorityWatch> watches, LongSupplier nanoTime) {
        this.watches = List.copyOf(watches);
        this.nanoTime = nanoTime;
    }

    /** Has every watch look. */
    @Scheduled(initialDelay = 2, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void look() {
        List<WatchEntry> entries =
                watches.stream().flatMap(watch -> look(watch).stream()).toList();
        seen = new Seen(entries, nanoTime.getAsLong());
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        @Nullable Seen last = seen;
        if (last == null) {
            health.unknown();
            return;
        }
        health.up();
        for (WatchEntry entry : last.entries()) {
            health.withDetail(entry.name(), new Standing(entry.state(), entry.sentence()));
            if (entry.state() != WatchEntry.State.GOOD) {
                health.status(OperatorHealth.DEGRADED);
            }
        }
        Duration age = Duration.ofNanos(nanoTime.getAsLong() - last.atNanos());
        if (age.compareTo(OLD) > 0) {
            health.status(OperatorHealth.DEGRADED)
                    .withDetail(
                            "watch",
                            new Standing(
                                    WatchEntry.State.WARNING, "Nothing was looked at for " + age.toSeconds() + " s."));
        }
    }

    private static List<WatchEntry> look(AuthorityWatch watch) {
        try {
            return watch.look();
        } catch (RuntimeException failed) {
            LOG.error("A watch of the authority could not look.", failed);
            return List.of(new WatchEntry(
                    watch.getClass().getSimpleName(),
                    WatchEntry.State.WARNING,
                    "It could not be seen how this stands; the log says why."));
        }
    }

    /** What was seen, and when. */
    private record Seen(List<WatchEntry> entries, long atNanos) {}

    /**
     * Where one thing stands.
     *
     * @param state how it stands
     * @param sentence what an operator should know
     */
    public record Standing(WatchEntry.State state, String sentence) {}
}
