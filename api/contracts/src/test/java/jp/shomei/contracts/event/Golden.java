package jp.shomei.contracts.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.shomei.contracts.CommittedFile;
import jp.shomei.contracts.message.EventUpcasters;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;

/**
 * One event as it was written under one revision of its schema. Such a file is history: it may be added, never changed
 * and never removed.
 */
record Golden(String event, int revision, String json) {

    static final Path FOLDER = CommittedFile.inModule("src/test/resources/golden");
    private static final Pattern NAME = Pattern.compile("([A-Za-z]+)\\.([0-9]+)\\.json");

    /** Every golden file, the oldest revision of each event first. */
    static List<Golden> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(Golden::read)
                    .sorted(Comparator.comparing(Golden::event).thenComparingInt(Golden::revision))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Golden newestOf(Class<?> event) {
        return all().stream()
                .filter(golden -> golden.event.equals(event.getSimpleName()))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("no golden file for " + event.getSimpleName()));
    }

    /** Today's record, read as the event store reads it: by the name it was stored under, through the upcasters. */
    Object readWith(Serializer serializer, String storedName) {
        var stored = new GenericDomainEventEntry<>(
                "Aggregate", "1", 0, "1", Instant.EPOCH, storedName, String.valueOf(revision), json, "{}");
        return EventUpcasters.chain()
                .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)))
                .map(today -> serializer.deserialize(today.getData()))
                .reduce((one, other) -> {
                    throw new AssertionError(storedName + " became more than one event");
                })
                .orElseThrow(() -> new AssertionError(storedName + " became no event"));
    }

    private static Golden read(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new AssertionError(file + " is not named <EventName>.<revision>.json");
        }
        try {
            String json = Files.readString(file, StandardCharsets.UTF_8);
            return new Golden(name.group(1), Integer.parseInt(name.group(2)), json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
