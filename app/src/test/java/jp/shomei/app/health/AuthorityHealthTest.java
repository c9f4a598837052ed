package jp.shomei.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.shomei.app.health.AuthorityHealth.Standing;
import jp.shomei.ca.watch.WatchEntry;
import jp.shomei.ca.watch.WatchEntry.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class AuthorityHealthTest {

    private static final WatchEntry GOOD = new WatchEntry("root", State.GOOD, "Valid.");

    @Test
    void isUpWhileThereIsNothingToDo() {
        Health health = health(GOOD);
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("root", new Standing(State.GOOD, "Valid."));
    }

    @ParameterizedTest
    @EnumSource(names = {"WARNING", "FAILING"})
    void isDegradedAsSoonAsAnOperatorShouldLook(State state) {
        Health health = health(GOOD, new WatchEntry("issuing key", state, "Look."));
        assertThat(health.getStatus()).isEqualTo(OperatorHealth.DEGRADED);
        assertThat(health.getDetails()).containsEntry("issuing key", new Standing(state, "Look."));
    }

    private static Health health(WatchEntry... entries) {
        return new AuthorityHealth(List.of(() -> List.of(entries), List::of)).health();
    }
}
