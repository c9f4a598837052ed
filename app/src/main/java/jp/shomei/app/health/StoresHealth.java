package jp.shomei.app.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether this process reaches the stores it works on; if not, it is not ready, since it could do nothing of what it is asked
 * to. They are read every 15 seconds, so after three attempts in vain. Nothing is read when somebody asks.
 */
final class StoresHealth extends AbstractHealthIndicator {

    private static final Duration LONG = Duration.ofSeconds(50);

    private final List<String> stores;
    private final Function<String, Optional<Duration>> sinceRead;

    /**
     * @param stores the sources that read a store each
     * @param sinceRead how long ago each could be read; empty before the first time
     */
    StoresHealth(List<String> stores, Function<String, Optional<Duration>> sinceRead) {
        this.stores = List.copyOf(stores);
        this.sinceRead = sinceRead;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (String store : stores) {
            sinceRead.apply(store).filter(since -> since.compareTo(LONG) > 0).ifPresent(since -> health.outOfService()
                    .withDetail(store, "could not be read for " + since.toSeconds() + " s"));
        }
    }
}
