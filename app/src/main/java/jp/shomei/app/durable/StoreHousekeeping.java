package jp.shomei.app.durable;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Takes back the room of superseded pages in the durable store's file. With {@code WRITE_DELAY=0} H2 runs no background
 * thread that would: every commit would leave some 30 KB behind, for ever. Commits wait while it works, a tenth of a second
 * or two under load.
 */
final class StoreHousekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(StoreHousekeeping.class);
    private static final int FILL_RATE_PERCENT = 90;
    private static final int AT_MOST_BYTES = 16 * 1024 * 1024;

    private final StoreFile file;
    private long versionDone = -1;

    StoreHousekeeping(StoreFile file) {
        this.file = file;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void tidy() {
        try {
            file.with(this::tidy);
        } catch (SQLException busy) {
            LOG.warn("The durable store's file could not be tidied up; it is tried again.", busy);
        }
    }

    private void tidy(MVStore store) {
        if (store.getCurrentVersion() != versionDone) {
            store.compact(FILL_RATE_PERCENT, AT_MOST_BYTES);
            versionDone = store.getCurrentVersion();
        }
    }
}
