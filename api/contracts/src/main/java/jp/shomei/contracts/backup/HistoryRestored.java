package jp.shomei.contracts.backup;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The history goes on from a backup: what happened between that and the restore is not in it. Numbers that may have been
 * given out then are not given out again.
 *
 * @param number 1 for the first time this happened, one more for each further time
 * @param endedAt the time of the newest event in the backup, in business time
 * @param backedUpAt when the backup was made, in real time
 * @param restoredAt when it was restored, in real time
 */
@Revision("1")
public record HistoryRestored(int number, Instant endedAt, Instant backedUpAt, Instant restoredAt) {

    /** The identifier under which these events are kept, one after the other. */
    public static final String HISTORY = "history";
}
