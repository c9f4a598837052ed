package jp.shomei.projections.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatorThreadTest {

    private final CoordinatorThread thread = new CoordinatorThread("coordinator");

    @AfterEach
    void end() {
        thread.shutdownNow();
    }

    @Test
    void aFullQueueIsLookedAtAgainAtOnce() {
        assertThat(delayOf(100)).isLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {500, 1_000, 5_000})
    void otherWaitsAreAsLongAsTheyWere(long millis) {
        assertThat(delayOf(millis)).isGreaterThan(100).isLessThanOrEqualTo(millis);
    }

    private long delayOf(long millis) {
        return thread.schedule(() -> {}, millis, TimeUnit.MILLISECONDS).getDelay(TimeUnit.MILLISECONDS);
    }
}
