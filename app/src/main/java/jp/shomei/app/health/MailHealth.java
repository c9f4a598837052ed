package jp.shomei.app.health;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.shomei.correspondence.mail.MailStanding;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Whether mails are sent: degraded if one was given up in the last seven days, or waits for more than an hour. Anybody may
 * ask, so nothing is counted on request: what was seen last is told, which is a few seconds old.
 */
final class MailHealth extends AbstractHealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(MailHealth.class);

    private final Supplier<MailStanding> readout;
    private volatile @Nullable MailStanding seen;
    private volatile boolean failing;

    MailHealth(Supplier<MailStanding> readout) {
        this.readout = readout;
    }

    /** Counts. */
    @Scheduled(initialDelay = 2, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            seen = readout.get();
            failing = false;
        } catch (RuntimeException failed) {
            LOG.error("It could not be seen how the mails stand.", failed);
            failing = true;
        }
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        @Nullable MailStanding last = seen;
        if (last == null) {
            health.unknown();
            return;
        }
        health.status(failing || last.needsAttention() ? OperatorHealth.DEGRADED : Status.UP)
                .withDetail("waiting", last.waiting())
                .withDetail("givenUp", last.givenUp());
        Duration longest = last.longestWait();
        if (longest != null) {
            health.withDetail("longestWaitSeconds", longest.toSeconds());
        }
        String away = last.away();
        if (away != null) {
            health.withDetail("mailServerAway", away);
        }
    }
}
