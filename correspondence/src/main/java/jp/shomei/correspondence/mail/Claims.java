package jp.shomei.correspondence.mail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** A sender's claims on the mails it holds, which it keeps for as long as handing one over takes. */
final class Claims {

    private static final Duration KEEP = Duration.ofSeconds(20);

    private final MailQueue queue;
    private final LongSupplier nanos;
    private final Set<Long> held = ConcurrentHashMap.newKeySet();
    private long keptNanos;

    /** @param nanos a time that only ever goes on, as {@link System#nanoTime()} */
    Claims(MailQueue queue, LongSupplier nanos) {
        this.queue = queue;
        this.nanos = nanos;
        this.keptNanos = nanos.getAsLong();
    }

    /** Claims mails that are due. */
    Deque<OutgoingMail> take(int most) {
        Deque<OutgoingMail> taken = new ArrayDeque<>(queue.claim(most));
        taken.forEach(mail -> held.add(mail.number()));
        return taken;
    }

    /** Keeps the claims on these no longer: they end by themselves within a minute. */
    void letGo(Collection<OutgoingMail> mails) {
        mails.forEach(mail -> held.remove(mail.number()));
    }

    /** Renews the claims on the mails held, if it is time. To be called every few seconds, by one thread. */
    void keep() {
        if (nanos.getAsLong() - keptNanos > KEEP.toNanos()) {
            queue.keep(List.copyOf(held));
            keptNanos = nanos.getAsLong();
        }
    }
}
