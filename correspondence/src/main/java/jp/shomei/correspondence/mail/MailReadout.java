package jp.shomei.correspondence.mail;

import java.time.Clock;
import java.time.Duration;
import jp.shomei.contracts.mail.MailState;

/** Tells how the mails stand. */
public final class MailReadout {

    /** For so long a mail that was given up calls for an officer. */
    private static final Duration LATELY = Duration.ofDays(7);

    private final MailOutbox outbox;
    private final ServerWatch server;
    private final Clock realTime;

    MailReadout(MailOutbox outbox, ServerWatch server, Clock realTime) {
        this.outbox = outbox;
        this.server = server;
        this.realTime = realTime;
    }

    /** How they stand now. */
    public MailStanding look() {
        return new MailStanding(
                outbox.count(MailState.WAITING),
                outbox.countGivenUp(realTime.instant().minus(LATELY)),
                outbox.longestWait()
                        .map(since -> Duration.between(since, realTime.instant()))
                        .orElse(null),
                server.away().orElse(null));
    }
}
