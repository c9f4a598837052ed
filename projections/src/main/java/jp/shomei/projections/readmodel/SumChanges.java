package jp.shomei.projections.readmodel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a batch adds to sums over documents. A sum is written before the documents, with the versions of them it counts; once
 * they are written too, the versions are taken out again. An event that is delivered again after a crash in between finds
 * its version there, and is not counted twice.
 */
final class SumChanges<D extends VersionedDocument> {

    private static final String FIGURES = "figures";
    private static final String COUNTED = "counted";
    private static final String VERSION = "version";

    private final MongoCollection<Document> sums;
    private final MongoCollection<Document> documents;
    private final Map<String, List<Step>> steps = new LinkedHashMap<>();

    /** What a sum counts of documents that were not written when last looked at, or are not of this batch. */
    private final Map<String, Map<String, Long>> unsettled = new LinkedHashMap<>();

    SumChanges(MongoCollection<Document> sums, MongoCollection<D> documents) {
        this.sums = sums;
        this.documents = documents.withDocumentClass(Document.class);
    }

    /** What one event adds to each figure. */
    private record Step(String document, long version, Map<String, Long> difference) {}

    void add(String sum, Change<D> change, Function<D, Map<String, Long>> figures) {
        Map<String, Long> difference = new TreeMap<>(figures.apply(change.after()));
        D before = change.before();
        if (before != null) {
            figures.apply(before).forEach((name, figure) -> difference.merge(name, -figure, Long::sum));
        }
        steps.computeIfAbsent(sum, ignored -> new ArrayList<>())
                .add(new Step(change.after().id(), change.after().version(), difference));
    }

    /** Writes the sums, before the documents. */
    void write() {
        steps.forEach(this::write);
    }

    /** Once the documents are written, takes out what the next batch need not know. */
    void settle() {
        steps.keySet().forEach(sum -> {
            Map<String, Long> others = unsettled.getOrDefault(sum, Map.of());
            sums.updateOne(
                    Filters.eq("_id", sum),
                    others.isEmpty() ? Updates.unset(COUNTED) : Updates.set(COUNTED, new Document(Map.copyOf(others))));
        });
        steps.clear();
        unsettled.clear();
    }

    private void write(String sum, List<Step> added) {
        Document before = sums.find(Filters.eq("_id", sum)).first();
        Map<String, Long> figures = numbers(before, FIGURES);
        Map<String, Long> counted = withoutWritten(numbers(before, COUNTED));
        Map<String, Long> others = new TreeMap<>(counted);
        for (Step step : added) {
            if (counted.getOrDefault(step.document(), -1L) < step.version()) {
                step.difference().forEach((name, yen) -> figures.merge(name, yen, Long::sum));
                counted.put(step.document(), step.version());
            }
            others.computeIfPresent(step.document(), (document, version) -> version <= step.version() ? null : version);
        }
        unsettled.put(sum, others);
        sums.replaceOne(
                Filters.eq("_id", sum),
                new Document("_id", sum)
                        .append(FIGURES, new Document(new TreeMap<>(figures)))
                        .append(COUNTED, new Document(new TreeMap<>(counted))),
                new ReplaceOptions().upsert(true));
    }

    /** What is counted of documents that are not written yet. */
    private Map<String, Long> withoutWritten(Map<String, Long> counted) {
        if (!counted.isEmpty()) {
            documents
                    .find(Filters.in("_id", List.copyOf(counted.keySet())))
                    .projection(Projections.include(VERSION))
                    .forEach(document -> counted.computeIfPresent(
                            document.getString("_id"),
                            (id, version) -> number(document.get(VERSION)) < version ? version : null));
        }
        return counted;
    }

    private static Map<String, Long> numbers(@Nullable Document sum, String field) {
        Map<String, Long> numbers = new TreeMap<>();
        if (sum != null && sum.get(field) instanceof Document found) {
            found.forEach((name, number) -> numbers.put(name, number(number)));
        }
        return numbers;
    }

    private static long number(@Nullable Object number) {
        return number instanceof Number found ? found.longValue() : 0;
    }
}
