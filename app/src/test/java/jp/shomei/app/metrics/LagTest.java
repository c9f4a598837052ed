package jp.shomei.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LagTest {

    private final AtomicLong now = new AtomicLong();
    private final Lag lag = new Lag(now::get);

    @Test
    void whoHasComeByTheNewestEventIsNotBehind() {
        assertThat(lag.seconds(-1, -1)).isZero();
        assertThat(lag.seconds(7, 7)).isZero();
        assertThat(lag.seconds(8, 7)).isZero();
    }

    @Test
    void whoStandsStillFallsBehindFromTheFirstEventOnThatHeHasNotComeBy() {
        lag.seconds(7, 7);
        lag.seconds(7, 8);
        pass(30);
        lag.seconds(7, 20);
        pass(30);

        assertThat(lag.seconds(7, 30)).isEqualTo(60);
    }

    @Test
    void whoIsAlwaysALittleBehindIsOnlyALittleBehind() {
        for (long event = 0; event < 100; event++) {
            pass(15);
            assertThat(lag.seconds(event, event + 5)).isLessThanOrEqualTo(15 * 5);
        }
    }

    @Test
    void whoCatchesUpStartsAgain() {
        lag.seconds(7, 8);
        pass(30);
        lag.seconds(8, 8);
        pass(30);

        assertThat(lag.seconds(8, 9)).isZero();
    }

    private void pass(long seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
