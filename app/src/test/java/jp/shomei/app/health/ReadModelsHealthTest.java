package jp.shomei.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ProjectionView.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ReadModelsHealthTest {

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "REPLAYING"})
    void isUpWhileEveryModelTakesInEvents(State state) {
        ProjectionView view = view("notices", state, 0);

        assertThat(health(view))
                .isEqualTo(Health.up().withDetail("notices", view).build());
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILING", "STOPPED"})
    void isDegradedOnceAModelDoesNot(State state) {
        Health health = health(view("notices", state, 0), view("institutions", State.RUNNING, 0));

        assertThat(health.getStatus()).isEqualTo(OperatorHealth.DEGRADED);
        assertThat(health.getDetails()).containsOnlyKeys("notices", "institutions");
    }

    @Test
    void isDegradedWhileAnEventWaits() {
        assertThat(health(view("notices", State.RUNNING, 1)).getStatus()).isEqualTo(OperatorHealth.DEGRADED);
    }

    @Test
    void isDownWhenNobodyCanTell() {
        ReadModelsHealth health = new ReadModelsHealth(() -> {
            throw new IllegalStateException("the database is away");
        });

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    private static Health health(ProjectionView... views) {
        return new ReadModelsHealth(() -> List.of(views)).health();
    }

    private static ProjectionView view(String name, State state, long deadLetters) {
        return new ProjectionView(name, state, 4L, 5L, null, deadLetters);
    }
}
