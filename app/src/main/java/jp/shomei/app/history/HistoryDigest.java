package jp.shomei.app.history;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * How many events there are, and the SHA-256 digest of their lines in order: the same for the same history in every store.
 */
public final class HistoryDigest {

    private final MessageDigest digest = sha256();
    private long events;

    /** Of these events; closes the stream. */
    public static HistoryDigest of(Stream<StoredEvent> history) {
        HistoryDigest digest = new HistoryDigest();
        try (history) {
            history.forEach(digest::add);
        }
        return digest;
    }

    /** A digest of nothing yet. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Takes in the next event. */
    public void add(StoredEvent event) {
        digest.update(EventLines.bytes(event));
        events++;
    }

    /** How many there were. */
    public long events() {
        return events;
    }

    /** The digest, hexadecimal; nothing can be taken in after it. */
    public String end() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
