package jp.shomei.app.health;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.shomei.ca.watch.Measure;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether read models and reactions keep up with the events: degraded if one has been behind for more than a minute. An event
 * is taken in within milliseconds, and a reader who waits for his own change is sent away after two seconds; who is a minute
 * behind is not busy, but stuck. A rebuild does not count: what answers meanwhile keeps up.
 */
final class LagHealth extends AbstractHealthIndicator {

    private static final double LONG_SECONDS = 60;

    private final Function<String, List<Measure>> latest;

    LagHealth(Function<String, List<Measure>> latest) {
        this.latest = latest;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<Measure> behind = Stream.of("read.model.behind.seconds", "reaction.behind.seconds")
                .flatMap(name -> latest.apply(name).stream())
                .toList();
        if (behind.isEmpty()) {
            health.unknown();
            return;
        }
        health.up();
        for (Measure one : behind) {
            if (one.value() > 0) {
                one.labels().values().forEach(name -> health.withDetail(name, Math.round(one.value()) + " s behind"));
            }
            if (one.value() > LONG_SECONDS) {
                health.status(OperatorHealth.DEGRADED);
            }
        }
    }
}
