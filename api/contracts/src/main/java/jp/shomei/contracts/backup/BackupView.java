package jp.shomei.contracts.backup;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A backup.
 *
 * @param name the name of its file
 * @param state how far it is
 * @param file where it is on the server; absent until it is made
 * @param bytes its size; absent until it is made
 * @param madeAt when it was made, in real time; absent until then
 * @param events how many events it holds; absent until it is made
 * @param historySha256 digest of those events, hexadecimal; absent until it is made
 * @param problem why it could not be made; absent otherwise
 */
public record BackupView(
        String name,
        State state,
        @Nullable String file,
        @Nullable Long bytes,
        @Nullable OffsetDateTime madeAt,
        @Nullable Long events,
        @Nullable String historySha256,
        @Nullable String problem) {

    /** How far a backup is. */
    public enum State {
        BEING_MADE,
        MADE,
        FAILED
    }
}
