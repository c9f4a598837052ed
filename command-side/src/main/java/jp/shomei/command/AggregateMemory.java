package jp.shomei.command;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.caching.WeakReferenceCache;

/** Where aggregates are held between two commands. */
@FunctionalInterface
public interface AggregateMemory {

    /** Here, as long as there is room: nobody else changes them. */
    AggregateMemory OF_THE_ONLY_NODE = WeakReferenceCache::new;

    /** Nowhere: another node may have changed them since. */
    AggregateMemory NONE = () -> NoCache.INSTANCE;

    /** For one type of aggregate. */
    Cache forOneType();
}
