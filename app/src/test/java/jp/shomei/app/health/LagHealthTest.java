package jp.shomei.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.shomei.ca.watch.Measure;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class LagHealthTest {

    @Test
    void isUnknownBeforeTheFirstReading() {
        assertThat(new LagHealth(name -> List.of()).health().getStatus()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void isUpWhileWhoIsBehindIsBusyOnly() {
        assertThat(health(60))
                .isEqualTo(Health.up().withDetail("mail", "60 s behind").build());
        assertThat(health(0)).isEqualTo(Health.up().build());
    }

    @Test
    void isDegradedOnceSomebodyIsStuck() {
        assertThat(health(75).getStatus()).isEqualTo(OperatorHealth.DEGRADED);
    }

    private static Health health(double seconds) {
        return new LagHealth(name -> name.startsWith("reaction")
                        ? List.of(new Measure(name, Measure.Kind.LEVEL, Map.of("group", "mail"), seconds))
                        : List.of())
                .health();
    }
}
