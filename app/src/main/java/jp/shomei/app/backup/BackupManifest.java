package jp.shomei.app.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in a backup. It is the last entry of its file, and vouches for every other.
 *
 * @param format {@link #FORMAT}
 * @param version of the format
 * @param program the version of the program that made it
 * @param madeAt when the data were copied, in real time
 * @param history its events
 * @param files everything in it
 */
record BackupManifest(String format, int version, String program, Instant madeAt, History history, List<Item> files) {

    static final String FORMAT = "shomei-backup";
    static final int VERSION = 2;

    /** Its digest of the history was of metadata in whatever order the store had written them. */
    static final int OLDEST_VERSION = 1;

    /** The name of its entry. */
    static final String NAME = "manifest.json";

    /** The entry with the durable store, and where that is below the data directory. */
    static final String STORE = "durable/store.mv.db";

    BackupManifest {
        files = List.copyOf(files);
    }

    /** Whether its events are those found. In the oldest version only the digest of the store's file vouches for each. */
    boolean tellsOf(History found) {
        return history.equals(version == OLDEST_VERSION ? found.withSha256(history.sha256()) : found);
    }

    /**
     * The events.
     *
     * @param events how many
     * @param position the number of the newest in its store; none if there are none
     * @param newestId the identifier of the newest; none if there are none
     * @param newestAt when the newest happened, in business time; none if there are none
     * @param sha256 digest of their lines, hexadecimal
     */
    record History(
            long events,
            @Nullable Long position,
            @Nullable String newestId,
            @Nullable Instant newestAt,
            String sha256) {

        History withSha256(String other) {
            return new History(events, position, newestId, newestAt, other);
        }
    }

    /**
     * A file.
     *
     * @param name its path below the data directory, with slashes
     * @param bytes its size
     * @param sha256 its digest, hexadecimal
     */
    record Item(String name, long bytes, String sha256) {}
}
