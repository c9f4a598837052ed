package jp.shomei.app.health;

import java.util.List;
import java.util.function.Supplier;
import jp.shomei.ca.watch.Measure;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether events wait that could not be handled: degraded from the first, since somebody waits for what it would do. */
final class DeadLettersHealth extends AbstractHealthIndicator {

    private final Supplier<List<Measure>> latest;

    DeadLettersHealth(Supplier<List<Measure>> latest) {
        this.latest = latest;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<Measure> letters = latest.get();
        if (letters.isEmpty()) {
            health.unknown();
            return;
        }
        health.up();
        for (Measure group : letters) {
            if (group.value() > 0) {
                health.status(OperatorHealth.DEGRADED)
                        .withDetail(group.labels().getOrDefault("group", "?"), Math.round(group.value()));
            }
        }
    }
}
