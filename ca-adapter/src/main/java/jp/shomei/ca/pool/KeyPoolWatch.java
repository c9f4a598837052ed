package jp.shomei.ca.pool;

import java.util.List;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.ca.watch.Measure;
import jp.shomei.ca.watch.WatchEntry;
import jp.shomei.ca.watch.WatchEntry.State;

/** How many keys are ready. An empty pool is no concern, since keys are made on demand then; one that cannot be filled is. */
public final class KeyPoolWatch implements AuthorityWatch {

    private static final String NAME = "key-pool";

    private final KeyPool pool;

    public KeyPoolWatch(KeyPool pool) {
        this.pool = pool;
    }

    @Override
    public List<WatchEntry> look() {
        return List.of(entry());
    }

    @Override
    public List<Measure> measures() {
        return List.of(
                Measure.level("key.pool.ready", pool.size() == 0 ? 0 : pool.ready()),
                Measure.level("key.pool.size", pool.size()));
    }

    private WatchEntry entry() {
        if (pool.size() == 0) {
            return new WatchEntry(NAME, State.GOOD, "keys are made on demand");
        }
        String ready = "%,d of %,d keys are ready".formatted(pool.ready(), pool.size());
        return pool.isFailing()
                ? new WatchEntry(NAME, State.WARNING, ready + ", and no more could be made; see the log")
                : new WatchEntry(NAME, State.GOOD, ready);
    }
}
