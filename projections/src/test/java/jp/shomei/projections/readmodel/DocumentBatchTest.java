package jp.shomei.projections.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.Test;

class DocumentBatchTest extends MongoTest {

    /** The letters of the events seen. */
    public record Word(@BsonId String id, long version, String letters) implements VersionedDocument {}

    private final MongoCollection<Word> words = database.getCollection("words", Word.class);
    private final MongoCollection<Document> lookup = database.getCollection("lookup");

    @Test
    void foldsSeveralEventsAndWritesTheDocumentOnce() {
        DocumentBatch<Word> batch = batch();
        take(batch, 0, "a");
        take(batch, 1, "b");
        assertThat(stored()).isNull();

        batch.write();

        assertThat(stored()).isEqualTo(new Word("w", 1, "ab"));
    }

    @Test
    void skipsAnEventItsDocumentHasSeen() {
        words.insertOne(new Word("w", 1, "ab"));
        DocumentBatch<Word> batch = batch();

        assertThat(batch.take("w", 1, before -> new Word("w", 1, "wrong"))).isEmpty();
        batch.write();

        assertThat(stored()).isEqualTo(new Word("w", 1, "ab"));
    }

    @Test
    void refusesAnEventThatComesBeforeAnEarlierOne() {
        words.insertOne(new Word("w", 1, "ab"));
        DocumentBatch<Word> batch = batch();

        assertThatExceptionOfType(EarlierEventMissing.class)
                .isThrownBy(() -> take(batch, 3, "d"))
                .withMessage("event 3 of w came before event 2");
    }

    @Test
    void refusesAHistoryWithoutItsBeginning() {
        DocumentBatch<Word> batch = batch();

        assertThatExceptionOfType(EarlierEventMissing.class).isThrownBy(() -> take(batch, 1, "b"));
    }

    @Test
    void readsAgainWhatARetryHasTakenInMeanwhile() {
        words.insertOne(new Word("w", 0, "a"));
        DocumentBatch<Word> batch = batch();
        DocumentBatch<Word> retry = batch();
        take(retry, 1, "b");
        retry.write();

        take(batch, 2, "c");
        batch.write();

        assertThat(stored()).isEqualTo(new Word("w", 2, "abc"));
    }

    @Test
    void keepsWhatIsNotYetWrittenWhenALaterEventIsRefused() {
        words.insertOne(new Word("w", 0, "a"));
        DocumentBatch<Word> batch = batch();
        take(batch, 1, "b");
        assertThatExceptionOfType(EarlierEventMissing.class).isThrownBy(() -> take(batch, 3, "d"));

        batch.write();

        assertThat(stored()).isEqualTo(new Word("w", 1, "ab"));
    }

    @Test
    void writesTheLookupsBeforeTheDocuments() {
        DocumentBatch<Word> batch = batch();
        take(batch, 0, "a");
        batch.update(lookup, "l", Updates.combine(Updates.set("a", 1), Updates.set("a.b", 2)));

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(batch::write);

        assertThat(stored()).isNull();
    }

    @Test
    void changesAndRemovesLookupsInTheOrderOfTheEvents() {
        lookup.insertOne(new Document("_id", "left"));
        DocumentBatch<Word> batch = batch();
        batch.update(lookup, "passing", Updates.set("a", 1));
        batch.remove(lookup, "passing");
        batch.remove(lookup, "left");
        batch.remove(lookup, "back");
        batch.update(lookup, "back", Updates.set("a", 2));

        batch.write();

        assertThat(lookup.find()).containsExactly(new Document("_id", "back").append("a", 2));
    }

    @Test
    void leavesOfALookupWhatItsLastChangeMadeOfIt() {
        lookup.insertOne(new Document("_id", "l").append("m", new Document("left", true)));
        DocumentBatch<Word> batch = batch();
        batch.update(lookup, "l", Updates.set("m.a", 1));
        batch.update(lookup, "l", Updates.set("m.b", 1));
        batch.update(lookup, "l", Updates.set("m.a", 2));
        batch.removeEntry(lookup, "l", "m", "b");
        batch.removeEntry(lookup, "l", "m", "left");
        batch.update(lookup, "l", Updates.set("m.c", 3));

        batch.write();

        assertThat(lookup.find())
                .containsExactly(new Document("_id", "l").append("m", new Document("a", 2).append("c", 3)));
    }

    @Test
    void removesALookupWithItsLastEntryAndMakesNoneToTakeItOutOf() {
        lookup.insertOne(new Document("_id", "l").append("m", new Document("a", true).append("b", true)));
        lookup.insertOne(new Document("_id", "k").append("m", new Document("a", true).append("b", true)));
        DocumentBatch<Word> batch = batch();
        batch.removeEntry(lookup, "l", "m", "a");
        batch.removeEntry(lookup, "l", "m", "b");
        batch.removeEntry(lookup, "k", "m", "a");
        batch.update(lookup, "passing", Updates.set("m.a", true));
        batch.removeEntry(lookup, "passing", "m", "a");
        batch.removeEntry(lookup, "none", "m", "a");

        batch.write();

        assertThat(lookup.find()).containsExactly(new Document("_id", "k").append("m", new Document("b", true)));
    }

    @Test
    void takesNoUpdateThatDoneTwiceIsNotTheSameAsOnce() {
        DocumentBatch<Word> batch = batch();

        assertThatIllegalArgumentException().isThrownBy(() -> batch.update(lookup, "l", Updates.inc("a", 1)));
    }

    private DocumentBatch<Word> batch() {
        return new DocumentBatch<>(words, List.of("w"));
    }

    private static void take(DocumentBatch<Word> batch, long sequence, String letter) {
        batch.take("w", sequence, before -> new Word("w", sequence, (before == null ? "" : before.letters()) + letter));
    }

    private Word stored() {
        return words.find(Filters.eq("_id", "w")).first();
    }
}
