package jp.shomei.query.certificate;

import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The place of a row in the status-lookup table: newest application first, and of those of the same moment the greater
 * request ID first.
 *
 * @param appliedAt when it was applied for
 * @param requestId リクエストID
 */
record StatusTablePlace(Instant appliedAt, String requestId) implements Comparable<StatusTablePlace> {

    static final Pattern FORM = Pattern.compile("-?[0-9]{1,15}:[0-9]{15}");

    private static final Comparator<StatusTablePlace> ORDER = Comparator.comparing(StatusTablePlace::appliedAt)
            .thenComparing(StatusTablePlace::requestId)
            .reversed();

    /** Reads what {@link #text()} wrote. */
    static StatusTablePlace of(String text) {
        int colon = text.indexOf(':');
        return new StatusTablePlace(
                Instant.ofEpochMilli(Long.parseLong(text.substring(0, colon))), text.substring(colon + 1));
    }

    String text() {
        return appliedAt.toEpochMilli() + ":" + requestId;
    }

    @Override
    public int compareTo(StatusTablePlace other) {
        return ORDER.compare(this, other);
    }
}
