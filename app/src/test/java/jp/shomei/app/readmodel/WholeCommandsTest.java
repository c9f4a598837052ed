package jp.shomei.app.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server keeps a document and the entry of its {@code _id} in two maps; what is saved must have both or neither. */
class WholeCommandsTest {

    private static final int BATCHES = 200;
    private static final int BATCH = 50;

    @TempDir
    Path scratch;

    private WholeCommands backend;
    private MongoServer server;
    private MongoClient client;
    private MongoCollection<Document> things;

    @BeforeEach
    void open() {
        backend = WholeCommands.open(scratch.resolve("mongo.mv"));
        server = new MongoServer(backend);
        client = MongoClients.create("mongodb://localhost:" + server.bind().getPort() + "/?socketTimeoutMS=20000");
        things = client.getDatabase("shomei").getCollection("things");
    }

    @AfterEach
    void close() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void neverSavesADocumentWithoutTheEntryItIsFoundBy() throws Exception {
        things.insertOne(new Document("_id", "first"));
        MVStore store = backend.getMvStore();
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> writing = writer.submit(this::write);
            int saves = 0;
            while (!writing.isDone() || saves == 0) {
                backend.save();
                saves++;
                long saved = store.getCurrentVersion() - 1;
                assertThat(documents(store, "databases.shomei.things", saved))
                        .as("documents saved as of version %d", saved)
                        .isEqualTo(documents(store, "shomei.things._index__id_", saved));
            }
            writing.get();
        }
    }

    @Test
    void savesNothingInTheMiddleOfACommandHoweverMuchItWrites() {
        things.insertOne(new Document("_id", "first"));
        backend.save();
        MVStore store = backend.getMvStore();
        long before = store.getCurrentVersion();

        String much = "x".repeat(1024 * 1024);
        things.insertMany(IntStream.range(0, 30)
                .mapToObj(number -> new Document("_id", "much" + number).append("text", much))
                .toList());

        assertThat(LongStream.range(before, store.getCurrentVersion()).boxed())
                .allSatisfy(saved -> assertThat(documents(store, "databases.shomei.things", saved))
                        .isEqualTo(documents(store, "shomei.things._index__id_", saved)));
    }

    @Test
    void keepsLittleUnsavedHoweverMuchIsWritten() {
        String text = "本".repeat(10_000);
        for (int batch = 0; batch < 20; batch++) {
            int first = batch * BATCH;
            things.insertMany(IntStream.range(first, first + BATCH)
                    .mapToObj(number -> new Document("_id", number).append("text", text))
                    .toList());
        }
        assertThat(things.estimatedDocumentCount()).isEqualTo(20 * BATCH);
        assertThat(backend.getMvStore().getUnsavedMemory()).isLessThan(32 * 1024 * 1024);
    }

    @Test
    void findsAgainWhateverItsKeysAreAfterTheFileWasOpenedAnew() {
        List<Document> before = new ArrayList<>();
        List.of("b", "a", 7, 7.5, 3_000_000_000L, true, new Date(5), new Document("part", 1).append("whole", "x"))
                .forEach(id -> before.add(new Document("_id", id)
                        .append("texts", List.of("本", "文"))
                        .append("part", new Document("none", null).append("day", new Date(7)))
                        .append("price", Decimal128.parse("1.50"))
                        .append("raw", new Binary(new byte[] {1, 2}))));
        things.insertMany(before);
        things.createIndex(
                Indexes.ascending("name", "number"),
                new IndexOptions().unique(true).sparse(true));
        things.insertOne(new Document("_id", "named").append("name", "n").append("number", 1));
        close();
        open();

        for (Document thing : before) {
            assertThat(things.find(Filters.eq("_id", thing.get("_id"))).first()).isEqualTo(thing);
        }
        assertThatExceptionOfType(MongoWriteException.class).isThrownBy(() -> things.insertOne(before.getFirst()));
        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> things.insertOne(
                        new Document("_id", "same").append("name", "n").append("number", 1)));
    }

    @Test
    void comparesKeysAndWritesDocumentsByTypesOfTheirOwnInEveryCollection() {
        things.insertOne(new Document("_id", "first"));
        things.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));

        MVStore store = backend.getMvStore();
        assertThat(store.getMapNames())
                .filteredOn(name -> name.contains("._index_"))
                .hasSizeGreaterThan(1)
                .allSatisfy(name -> assertThat(store.openMap(name).getKeyType()).isInstanceOf(IndexKeyType.class));
        assertThat(store.getMapNames())
                .filteredOn(name -> name.startsWith("databases."))
                .isNotEmpty()
                .allSatisfy(
                        name -> assertThat(store.openMap(name).getValueType()).isInstanceOf(DocumentType.class));
    }

    private static long documents(MVStore store, String map, long version) {
        return store.openMap(map).openVersion(version).sizeAsLong();
    }

    private void write() {
        for (int batch = 0; batch < BATCHES; batch++) {
            int first = batch * BATCH;
            things.bulkWrite(IntStream.range(first, first + BATCH)
                    .mapToObj(Integer::toString)
                    .map(WholeCommandsTest::replacement)
                    .toList());
        }
    }

    private static ReplaceOneModel<Document> replacement(String id) {
        return new ReplaceOneModel<>(
                Filters.eq("_id", id), new Document("_id", id).append("text", "本文"), new ReplaceOptions().upsert(true));
    }
}
