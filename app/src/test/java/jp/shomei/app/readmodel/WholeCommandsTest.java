package jp.shomei.app.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
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
