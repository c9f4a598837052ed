package jp.shomei.contracts.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Names one event that one group could not handle.
 *
 * @param kind who could not handle it
 * @param group the processing group; of a read model, its generation
 * @param sequence what it is in order with: the identifier of its aggregate
 * @param eventId the event's identifier
 */
public record DeadLetterId(DeadLetterKind kind, String group, String sequence, String eventId) {

    private static final String SEPARATOR = "\n";
    private static final int PARTS = 4;
    private static final int LONGEST = 1_000;

    /** The name as callers know it; it fits into a path. */
    public String text() {
        String plain = String.join(SEPARATOR, kind.name(), group, sequence, eventId);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the name again; empty if it is none of ours. */
    public static Optional<DeadLetterId> fromText(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split(SEPARATOR, -1));
            return parts.size() == PARTS ? kind(parts.getFirst()).map(kind -> of(kind, parts)) : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private static Optional<DeadLetterKind> kind(String name) {
        return Arrays.stream(DeadLetterKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private static DeadLetterId of(DeadLetterKind kind, List<String> parts) {
        return new DeadLetterId(kind, parts.get(1), parts.get(2), parts.get(3));
    }
}
