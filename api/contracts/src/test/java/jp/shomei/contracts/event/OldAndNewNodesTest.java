package jp.shomei.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.shomei.contracts.message.EventUpcasters;
import jp.shomei.contracts.message.KnownEvents;
import jp.shomei.contracts.message.MessageSerializer;
import jp.shomei.contracts.message.UnknownEvent;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A node of the last release beside one of today's, over the same events. What the last release knew is a list of its golden
 * files, {@code last-release.txt}; at a release it is written anew.
 */
class OldAndNewNodesTest {

    private final Serializer serializer = MessageSerializer.create();

    /** One golden file of the last release. */
    record Released(String event, String revision, String sha256) {}

    @ParameterizedTest
    @MethodSource("lastRelease")
    void aNewNodeReadsWhatAnOldOneWrote(Released released) {
        Golden written = golden(released.event(), released.revision());

        assertThat(sha256(written.json())).isEqualTo(released.sha256());
        assertThat(written.readWith(serializer, storedName(written.event()))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(released.event());
    }

    /** Either it is written exactly as the old node would have, or the old node stops at it: there is nothing in between. */
    @ParameterizedTest
    @MethodSource("writtenToday")
    void anOldNodeReadsWhatANewOneWritesOrStopsAtIt(Golden written) {
        Map<String, Released> known = newestOfLastRelease();
        Released counterpart = known.get(written.event());

        if (counterpart != null && counterpart.revision().equals(String.valueOf(written.revision()))) {
            assertThat(sha256(written.json())).isEqualTo(counterpart.sha256());
            assertThat(through(oldNode(known), written)).hasSize(1);
        } else {
            assertThatThrownBy(() -> through(oldNode(known), written)).isInstanceOf(UnknownEvent.class);
        }
    }

    @Test
    void aNodeStopsAtARevisionThatIsYetToCome() {
        Golden today = writtenToday().getFirst();
        Golden tomorrow = new Golden(today.event(), today.revision() + 1, today.json());

        assertThatThrownBy(() -> through(EventUpcasters.chain(), tomorrow))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining(today.event())
                .hasMessageContaining("newer release");
    }

    @Test
    void aNodeStopsAtATypeThatIsYetToCome() {
        assertThatThrownBy(() -> EventUpcasters.chain()
                        .upcast(Stream.of(stored("jp.shomei.contracts.certificate.CertificateFramed", 1, "{}")))
                        .toList())
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("CertificateFramed");
    }

    private static EventUpcaster oldNode(Map<String, Released> known) {
        return new KnownEvents(type -> {
            Released released = known.get(type.substring(type.lastIndexOf('.') + 1));
            if (released == null) {
                throw new UnknownEvent(type, null);
            }
            return Optional.of(released.revision());
        });
    }

    private List<IntermediateEventRepresentation> through(EventUpcaster node, Golden golden) {
        return node.upcast(Stream.of(stored(storedName(golden.event()), golden.revision(), golden.json())))
                .toList();
    }

    private IntermediateEventRepresentation stored(String type, int revision, String json) {
        return new InitialEventRepresentation(
                new GenericDomainEventEntry<>(
                        "Aggregate", "1", 0, "1", Instant.EPOCH, type, String.valueOf(revision), json, "{}"),
                serializer);
    }

    private static Map<String, Released> newestOfLastRelease() {
        Map<String, Released> newest = new TreeMap<>();
        lastRelease().forEach(one -> newest.merge(one.event(), one, (before, after) -> after));
        return newest;
    }

    private static Golden golden(String event, String revision) {
        return Golden.all().stream()
                .filter(one -> one.event().equals(event) && revision.equals(String.valueOf(one.revision())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the golden file of " + event + "." + revision + " is gone"));
    }

    private static String storedName(String event) {
        return StoredEvents.all().stream()
                .filter(type -> type.getSimpleName().equals(event))
                .findFirst()
                .orElseThrow()
                .getName();
    }

    private static String sha256(String json) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }

    static List<Golden> writtenToday() {
        return StoredEvents.all().stream().map(Golden::newestOf).toList();
    }

    /** An event's older revisions before its newer ones. */
    static List<Released> lastRelease() {
        try (Stream<String> lines = Files.lines(Golden.FOLDER.resolve("last-release.txt"))) {
            return lines.map(line -> line.split("[. ]"))
                    .map(parts -> new Released(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
