package jp.shomei.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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

    @Test
    void isUnknownUntilSomebodyHasLooked() {
        assertThat(new AuthorityHealth(List.of(() -> List.of(GOOD))).health().getStatus())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void looksAtNothingForWhoeverAsks() {
        AtomicInteger looks = new AtomicInteger();
        AuthorityHealth authority = new AuthorityHealth(List.of(() -> {
            looks.incrementAndGet();
            return List.of(GOOD);
        }));
        authority.look();
        for (int caller = 0; caller < 100; caller++) {
            assertThat(authority.health().getStatus()).isEqualTo(Status.UP);
        }
        assertThat(looks).hasValue(1);
    }

    @Test
    void isDegradedIfNobodyHasLookedForLong() {
        AtomicLong now = new AtomicLong();
        AuthorityHealth authority = new AuthorityHealth(List.of(() -> List.of(GOOD)), now::get);
        authority.look();
        now.addAndGet(Duration.ofMinutes(3).toNanos());
        assertThat(authority.health().getStatus()).isEqualTo(OperatorHealth.DEGRADED);
        authority.look();
        assertThat(authority.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void goesOnLookingWhenOneWatchFails() {
        AuthorityHealth authority = new AuthorityHealth(List.of(
                () -> {
                    throw new IllegalStateException("broken");
                },
                () -> List.of(GOOD)));
        authority.look();
        assertThat(authority.health().getStatus()).isEqualTo(OperatorHealth.DEGRADED);
        assertThat(authority.health().getDetails()).containsEntry("root", new Standing(State.GOOD, "Valid."));
    }

    private static Health health(WatchEntry... entries) {
        AuthorityHealth authority = new AuthorityHealth(List.of(() -> List.of(entries), List::of));
        authority.look();
        return authority.health();
    }
}
