package jp.shomei.projections.readmodel.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.NoSuchElementException;
import java.util.Optional;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.fixture.MongoTest;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ServedReadModelTest extends MongoTest {

    private static final String NAME = "numbers";
    private static final int SHAPE = 3;

    private final ServedReadModel<MongoCollection<Document>> served =
            new ServedReadModel<>(database, NAME, SHAPE, ServedReadModelTest::documents);

    @Test
    void aQuestionThatFoundNothingIsPutAgainToTheGenerationThatHasTakenTheOthersPlace() {
        serve(1, SHAPE, "one");
        assertThat(served.answer(ServedReadModelTest::number)).isEqualTo("one");

        serve(2, SHAPE, "two");
        documents(database, new Generation(NAME, 1)).drop();

        assertThat(served.answer(ServedReadModelTest::number)).isEqualTo("two");
    }

    @Test
    void aQuestionThatFailsOnTheGenerationThatAnswersFails() {
        serve(1, SHAPE, "one");
        documents(database, new Generation(NAME, 1)).drop();

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> served.answer(ServedReadModelTest::number));
    }

    @Test
    void whatDocumentsOfAnotherShapeSayIsNoAnswer() {
        serve(1, SHAPE, "one");
        served.answer(ServedReadModelTest::number);

        serve(2, SHAPE + 1, "two");

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> served.answer(ServedReadModelTest::number));
    }

    private void serve(int generation, int shape, String number) {
        documents(database, new Generation(NAME, generation)).insertOne(new Document("number", number));
        database.getCollection(ReadModelEntry.COLLECTION, ReadModelEntry.class)
                .replaceOne(
                        Filters.eq("_id", NAME),
                        new ReadModelEntry(NAME, generation, shape, null, null),
                        new ReplaceOptions().upsert(true));
    }

    private static MongoCollection<Document> documents(MongoDatabase database, Generation generation) {
        return database.getCollection(generation.collection("documents"));
    }

    private static String number(MongoCollection<Document> documents) {
        return Optional.ofNullable(documents.find().first()).orElseThrow().getString("number");
    }
}
