package jp.shomei.command.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jp.shomei.contracts.backup.HistoryRestored;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * How often this history was restored from a backup. Between backup and restore numbers may have been given out that the
 * history knows nothing of; with every restore each kind of number skips so many that none of them comes twice. Restores
 * happen while the system is down, so they are read once.
 */
public class Restores {

    /** Request numbers of a day that each restore skips; a day has ten million. */
    private static final int REQUEST_NUMBERS = 100_000;

    /** Editions of a notice that each restore skips. */
    private static final int EDITIONS = 1_000;

    /** Posting batches of a day that each restore skips. */
    private static final int BATCHES = 1_000;

    private final Supplier<EventStore> events;
    private @Nullable List<Instant> ends;

    /** Reads from this event store, once it is there. */
    public Restores(Supplier<EventStore> events) {
        this.events = events;
    }

    /** Of a history that was never restored. */
    public static Restores none() {
        Restores restores = new Restores(() -> {
            throw new IllegalStateException("nothing to read");
        });
        restores.ends = List.of();
        return restores;
    }

    /** Which restore a moment of the history comes after: 0 for none, 1 for the first. */
    public int before(Instant moment) {
        return (int) ends().stream().filter(end -> end.isBefore(moment)).count();
    }

    /** The last request number of any day that may have been given out by a history that was left. */
    public int lastRequestNumber() {
        return ends().size() * REQUEST_NUMBERS;
    }

    /** The last edition of any notice that may have been given out by a history that was left. */
    public int lastEdition() {
        return ends().size() * EDITIONS;
    }

    /** The last posting batch of any day that may have been made by a history that was left. */
    public int lastBatch() {
        return ends().size() * BATCHES;
    }

    private synchronized List<Instant> ends() {
        @Nullable List<Instant> known = ends;
        if (known == null) {
            List<Instant> read = new ArrayList<>();
            events.get().readEvents(HistoryRestored.HISTORY).asStream().forEach(event -> {
                if (event.getPayload() instanceof HistoryRestored restored) {
                    read.add(restored.endedAt());
                }
            });
            known = List.copyOf(read);
            ends = known;
        }
        return known;
    }
}
