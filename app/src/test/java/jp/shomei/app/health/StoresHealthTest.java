package jp.shomei.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class StoresHealthTest {

    @Test
    void isReadyBeforeAnythingWasRead() {
        assertThat(status(Map.of())).isEqualTo(Status.UP);
    }

    @Test
    void isReadyWhileEveryStoreWasReadLately() {
        assertThat(status(Map.of("events", Duration.ofSeconds(16), "models", Duration.ofSeconds(31))))
                .isEqualTo(Status.UP);
    }

    @Test
    void isOutOfServiceOnceOneWasNotReadForLong() {
        assertThat(status(Map.of("events", Duration.ofSeconds(61), "models", Duration.ofSeconds(1))))
                .isEqualTo(Status.OUT_OF_SERVICE);
    }

    private static Status status(Map<String, Duration> since) {
        return new StoresHealth(List.of("events", "models"), store -> Optional.ofNullable(since.get(store)))
                .health()
                .getStatus();
    }
}
