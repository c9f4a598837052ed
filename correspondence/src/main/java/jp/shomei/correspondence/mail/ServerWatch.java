package jp.shomei.correspondence.mail;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether the mail server is there. While it is away nothing is sent, for 30 seconds at first and then for twice as
 * long each time, up to five minutes: a hundred thousand mails must not wait for a hundred thousand time-outs. So many
 * silences in a row count as away too.
 */
final class ServerWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int SILENCES = 4;

    private final Duration first;
    private final Duration longest;
    private Duration next;
    private int silences;
    private long untilNanos = System.nanoTime();
    private @Nullable String words;

    ServerWatch() {
        this(FIRST, LONGEST);
    }

    ServerWatch(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** How long to leave the server alone; not positive if it may be tried. */
    synchronized Duration pause() {
        return Duration.ofNanos(untilNanos - System.nanoTime());
    }

    /** What it said, or what happened, when it was away; empty while it is there. */
    synchronized Optional<String> away() {
        return Optional.ofNullable(words);
    }

    /** Takes in what became of a mail. */
    synchronized void heard(DeliveryReply reply) {
        switch (reply.outcome()) {
            case TAKEN, REFUSED, LATER -> isThere();
            case SILENT -> {
                silences++;
                if (silences >= SILENCES) {
                    isAway(reply.words());
                }
            }
            case AWAY -> isAway(reply.words());
        }
    }

    private void isThere() {
        silences = 0;
        next = first;
        if (words != null) {
            LOG.info("The mail server is there again.");
            words = null;
        }
    }

    private void isAway(String why) {
        words = OneLine.of(why, MailTable.REPLY);
        if (pause().isPositive()) {
            return; // several mails were under way
        }
        LOG.warn("The mail server is away; mails wait for {} s: {}", next.toSeconds(), words);
        silences = 0;
        untilNanos = System.nanoTime() + next.toNanos();
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
