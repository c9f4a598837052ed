package jp.shomei.app.health;

import java.util.List;
import java.util.function.Supplier;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ProjectionView.State;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Where each read model stands: degraded if one does not take in events, or could not take in one. */
final class ReadModelsHealth extends AbstractHealthIndicator {

    private final Supplier<List<ProjectionView>> views;

    ReadModelsHealth(Supplier<List<ProjectionView>> views) {
        this.views = views;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (ProjectionView view : views.get()) {
            health.withDetail(view.name(), view);
            if (view.state() == State.FAILING || view.state() == State.STOPPED || view.deadLetters() > 0) {
                health.status(OperatorHealth.DEGRADED);
            }
        }
    }
}
