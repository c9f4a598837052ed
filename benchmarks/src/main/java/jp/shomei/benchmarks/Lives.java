package jp.shomei.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.shomei.app.SeededHistory;

/**
 * A data directory with the lives of many certificates. It is written when it is first wanted; one benchmark after another
 * goes on with it.
 *
 * @param directory where it is, or will be
 * @param certificates how many certificates
 */
record Lives(Path directory, int certificates) {

    /** How many events the lives have. */
    long events() {
        return SeededHistory.EVENTS_OF_A_LIFE * (long) certificates;
    }

    /** The data directory. */
    Path data() {
        if (!Files.exists(directory)) {
            SeededHistory.writeLives(directory, certificates);
        }
        return directory;
    }
}
