package jp.shomei.command;

import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates in memory, each for as long as it is the newest there is: another node may have appended to its events. What is
 * decided without an event, or for another aggregate, would otherwise be decided on what was.
 */
final class FreshAggregates extends WeakReferenceCache {

    private final Supplier<EventStore> events;

    /** @param events asked for when it is needed */
    FreshAggregates(Supplier<EventStore> events) {
        this.events = events;
    }

    @Override
    public <K, V> @Nullable V get(K key) {
        @Nullable V entry = super.get(key);
        if (entry instanceof AggregateCacheEntry<?> aggregate && !isNewest(String.valueOf(key), aggregate)) {
            remove(key);
            return null;
        }
        return entry;
    }

    /** What is in memory is the aggregate itself, and needs nothing to be made again. */
    private boolean isNewest(String identifier, AggregateCacheEntry<?> entry) {
        Long known = entry.recreateAggregate(null, null, null).version();
        return events.get().lastSequenceNumberFor(identifier).equals(Optional.ofNullable(known));
    }
}
