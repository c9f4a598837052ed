package jp.shomei.projections.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumChangesTest extends MongoTest {

    /** What is in a purse. */
    public record Purse(@BsonId String id, long version, long coins) implements VersionedDocument {}

    /** So many coins more. */
    private record Gift(String purse, long version, long coins) {}

    private static final Function<Purse, Map<String, Long>> FIGURES = purse -> Map.of("coins", purse.coins());

    private final MongoCollection<Purse> purses = database.getCollection("purses", Purse.class);
    private final MongoCollection<Document> sums = database.getCollection("sums");

    @Test
    void countsWhatADocumentHasMoreThanBefore() {
        take(new Gift("a", 0, 5), new Gift("b", 0, 7)).write();
        take(new Gift("a", 1, 3), new Gift("a", 2, -1)).write();

        assertThat(sum()).isEqualTo(14);
        assertThat(sums.find())
                .as("what the next batch need not know")
                .containsExactly(new Document("_id", "all").append("figures", new Document("coins", 14L)));
    }

    @Test
    void countsNothingTwiceThatIsDeliveredAgainAfterItsSumWasWrittenAndItsDocumentWasNot() {
        take(new Gift("a", 0, 5), new Gift("b", 0, 7)).write();
        dieBetween(new Gift("a", 1, 3), new Gift("b", 1, 1), new Gift("a", 2, 10));
        assertThat(sum()).isEqualTo(26);

        take(new Gift("a", 1, 3)).write();
        assertThat(sum()).as("others wait to be delivered again").isEqualTo(26);
        take(new Gift("c", 0, 100), new Gift("b", 1, 1)).write();
        take(new Gift("a", 2, 10), new Gift("a", 3, 1_000)).write();

        assertThat(sum()).isEqualTo(1_126).isEqualTo(coins());
    }

    @Test
    void countsWhatFollowsACrashAfterTheDocumentsWereWritten() {
        sums.insertOne(new Document("_id", "all")
                .append("figures", new Document("coins", 5L))
                .append("counted", new Document("a", 0L)));
        purses.insertOne(new Purse("a", 0, 5));

        take(new Gift("b", 0, 7)).write();
        take(new Gift("a", 1, 3)).write();

        assertThat(sum()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheSumOfItsDocumentsWheneverTheProcessDies(long seed) {
        Random random = new Random(seed);
        List<Gift> gifts = gifts(random);
        int taken = 0;
        while (taken < gifts.size()) {
            int end = Math.min(gifts.size(), taken + 1 + random.nextInt(20));
            Gift[] batch =
                    gifts.subList(Math.max(0, taken - random.nextInt(10)), end).toArray(Gift[]::new);
            if (random.nextInt(3) == 0) {
                dieBetween(batch);
            } else {
                take(batch).write();
                taken = end;
            }
        }

        assertThat(sum()).isEqualTo(gifts.stream().mapToLong(Gift::coins).sum()).isEqualTo(coins());
    }

    private static List<Gift> gifts(Random random) {
        long[] versions = new long[6];
        List<Gift> gifts = new ArrayList<>();
        for (int gift = 0; gift < 300; gift++) {
            int purse = random.nextInt(versions.length);
            gifts.add(new Gift("p" + purse, versions[purse]++, random.nextInt(-50, 100)));
        }
        return gifts;
    }

    /** Writes the sums, and not the documents. */
    private void dieBetween(Gift... gifts) {
        SumChanges<Purse> written = new SumChanges<>(sums, purses);
        take(batch(gifts), change -> written.add("all", change, FIGURES), gifts);
        written.write();
    }

    private DocumentBatch<Purse> take(Gift... gifts) {
        DocumentBatch<Purse> batch = batch(gifts);
        take(batch, change -> batch.sum(sums, "all", change, FIGURES), gifts);
        return batch;
    }

    private DocumentBatch<Purse> batch(Gift... gifts) {
        return new DocumentBatch<>(
                purses, Stream.of(gifts).map(Gift::purse).distinct().toList());
    }

    private static void take(DocumentBatch<Purse> batch, Consumer<Change<Purse>> sum, Gift... gifts) {
        for (Gift gift : gifts) {
            batch.take(
                            gift.purse(),
                            gift.version(),
                            before -> new Purse(
                                    gift.purse(), gift.version(), (before == null ? 0 : before.coins()) + gift.coins()))
                    .ifPresent(sum);
        }
    }

    private long sum() {
        Document sum = sums.find(Filters.eq("_id", "all")).first();
        return sum == null ? 0 : sum.get("figures", Document.class).getLong("coins");
    }

    private long coins() {
        long coins = 0;
        for (Purse purse : purses.find()) {
            coins += purse.coins();
        }
        return coins;
    }
}
