package jp.shomei.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.shomei.contracts.CommittedFile;
import jp.shomei.contracts.message.MessageSerializer;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class GoldenEventsTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Path STORED_NAMES = Golden.FOLDER.resolve("stored-names.txt");

    private final Serializer serializer = MessageSerializer.create();

    @ParameterizedTest
    @MethodSource("examples")
    void isWrittenAsItsNewestGoldenFileSays(Object event) throws IOException {
        addIfMissing(event);

        Golden newest = Golden.newestOf(event.getClass());

        assertThat(written(event)).isEqualTo(JSON.readTree(newest.json()));
        assertThat(String.valueOf(newest.revision())).isEqualTo(StoredEvents.revisionOf(event.getClass()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isReadBackFromItsNewestGoldenFile(Object event) {
        assertThat(read(Golden.newestOf(event.getClass()))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isWrittenAndReadWithoutWhatMayBeAbsent(Object event) {
        Golden newest = Golden.newestOf(event.getClass());
        JsonNode bareJson = Bare.json(event.getClass(), JSON.readTree(newest.json()));
        Object bare = Bare.record(event);

        assertThat(written(bare)).isEqualTo(bareJson);
        assertThat(read(new Golden(newest.event(), newest.revision(), bareJson.toString())))
                .isEqualTo(bare);
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void givesTodaysRecordWithNothingMissingFromEveryRevision(Golden golden) {
        Object event = read(golden);

        assertThat(event.getClass().getSimpleName()).isEqualTo(golden.event());
        assertThat(Stream.of(event.getClass().getRecordComponents())
                        .filter(component -> !Components.mayBeAbsent(component))
                        .filter(component -> Components.valueOf(component, event) == null)
                        .map(RecordComponent::getName))
                .isEmpty();
    }

    @Test
    void hasExamplesWithEveryFieldOfEveryEvent() {
        List<Object> examples = EventExamples.complete();

        assertThat(examples).extracting(Object::getClass).containsExactlyInAnyOrderElementsOf(StoredEvents.all());
        assertThat(examples).allSatisfy(event -> assertThat(event).hasNoNullFieldsOrProperties());
    }

    @Test
    void hasAFileForEveryEventAndNoOrphan() {
        assertThat(Golden.all().stream().map(Golden::event).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        StoredEvents.all().stream().map(Class::getSimpleName).toList());
    }

    @Test
    void neverRenamesAStoredEvent() throws IOException {
        TreeSet<String> names =
                new TreeSet<>(Files.exists(STORED_NAMES) ? Files.readAllLines(STORED_NAMES) : List.of());
        if (CommittedFile.isRewriting()
                && names.addAll(StoredEvents.all().stream().map(Class::getName).toList())) {
            Files.write(STORED_NAMES, names);
        }

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        StoredEvents.all().stream().map(Class::getName).toList());
    }

    private Object read(Golden golden) {
        return golden.readWith(serializer, storedName(golden.event()));
    }

    private JsonNode written(Object event) {
        return JSON.readTree(serializer.serialize(event, String.class).getData());
    }

    private void addIfMissing(Object event) throws IOException {
        Class<?> type = event.getClass();
        Path file = Golden.FOLDER.resolve(type.getSimpleName() + "." + StoredEvents.revisionOf(type) + ".json");
        if (CommittedFile.isRewriting() && !Files.exists(file)) {
            Files.writeString(file, JSON.writeValueAsString(written(event)) + "\n");
        }
    }

    private static String storedName(String event) {
        try (Stream<String> names = Files.lines(STORED_NAMES)) {
            return names.filter(name -> name.endsWith("." + event)).findFirst().orElseThrow();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static List<Object> examples() {
        return Objects.requireNonNull(EventExamples.complete());
    }

    static List<Golden> goldenFiles() {
        return Golden.all();
    }
}
