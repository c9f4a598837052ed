package jp.shomei.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.shomei.correspondence.mail.MailStanding;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class MailHealthTest {

    private MailStanding standing = new MailStanding(0, 0, null, null);
    private final MailHealth health = new MailHealth(() -> {
        if (standing == null) {
            throw new IllegalStateException("the outbox is away");
        }
        return standing;
    });

    @Test
    void knowsNothingBeforeItHasLooked() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void isUpWhileMailsLeave() {
        standing = new MailStanding(3, 0, Duration.ofMinutes(2), null);

        assertThat(seen())
                .isEqualTo(Health.up()
                        .withDetail("waiting", 3L)
                        .withDetail("givenUp", 0L)
                        .withDetail("longestWaitSeconds", 120L)
                        .build());
    }

    @Test
    void isDegradedWhenAMailWasGivenUp() {
        standing = new MailStanding(0, 1, null, null);

        assertThat(seen().getStatus()).isEqualTo(OperatorHealth.DEGRADED);
    }

    @Test
    void isDegradedWhenAMailWaitsTooLong() {
        standing = new MailStanding(1, 0, Duration.ofHours(2), "connection refused");

        assertThat(seen().getStatus()).isEqualTo(OperatorHealth.DEGRADED);
        assertThat(seen().getDetails()).containsEntry("mailServerAway", "connection refused");
    }

    @Test
    void isDegradedWhileNobodyCanTell() {
        seen();
        standing = null;

        assertThat(seen().getStatus()).isEqualTo(OperatorHealth.DEGRADED);
    }

    private Health seen() {
        health.look();
        return health.health();
    }
}
