package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void triesEverLessOftenAndForTheLastTimeAfterADay() {
        List<Duration> after = new ArrayList<>();
        Optional<Instant> now = Optional.of(FIRST);
        for (int tries = 1; now.isPresent(); tries++) {
            after.add(Duration.between(FIRST, now.get()));
            now = RetrySchedule.next(tries, FIRST, now.get());
        }

        assertThat(after)
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(6),
                        Duration.ofMinutes(21),
                        Duration.ofMinutes(81),
                        Duration.ofMinutes(321),
                        Duration.ofMinutes(561),
                        Duration.ofMinutes(801),
                        Duration.ofMinutes(1041),
                        Duration.ofMinutes(1281),
                        Duration.ofDays(1));
    }

    @Test
    void givesUpHoweverSeldomItWasTried() {
        assertThat(RetrySchedule.next(2, FIRST, FIRST.plus(Duration.ofDays(3)))).isEmpty();
    }
}
