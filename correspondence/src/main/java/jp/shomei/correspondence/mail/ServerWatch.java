package jp.shomei.correspondence.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
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

    /** Holders' addresses are for nobody's log. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");

    private final Duration first;
    private final Duration longest;
    private final LongSupplier nanos;
    private Duration next;
    private int silences;
    private long untilNanos;
    private @Nullable String words;

    ServerWatch() {
        this(System::nanoTime);
    }

    /** @param nanos a time that only ever goes on, as {@link System#nanoTime()} */
    ServerWatch(LongSupplier nanos) {
        this(FIRST, LONGEST, nanos);
    }

    ServerWatch(Duration first, Duration longest, LongSupplier nanos) {
        this.first = first;
        this.longest = longest;
        this.nanos = nanos;
        this.next = first;
        this.untilNanos = nanos.getAsLong();
    }

    /** How long to leave the server alone; not positive if it may be tried. */
    synchronized Duration pause() {
        return Duration.ofNanos(untilNanos - nanos.getAsLong());
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
        words = OneLine.of(ADDRESS.matcher(why).replaceAll("…"), MailTable.REPLY);
        if (pause().isPositive()) {
            return; // several mails were under way
        }
        LOG.warn("The mail server is away; mails wait for {} s: {}", next.toSeconds(), words);
        silences = 0;
        untilNanos = nanos.getAsLong() + next.toNanos();
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
