package jp.shomei.projections.readmodel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The documents of one batch of events: read together, changed in memory, written together. */
final class DocumentBatch<D extends VersionedDocument> {

    private final MongoCollection<D> stored;
    private final Map<String, D> documents = new HashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Map<MongoCollection<Document>, LookupChanges> lookups = new LinkedHashMap<>();
    private final Map<MongoCollection<Document>, SumChanges<D>> sums = new LinkedHashMap<>();

    DocumentBatch(MongoCollection<D> stored, Collection<String> ids) {
        this.stored = stored;
        stored.find(Filters.in("_id", ids)).forEach(document -> documents.put(document.id(), document));
    }

    /**
     * Takes an event into its document.
     *
     * @return the change; empty if the document has seen the event before
     * @throws EarlierEventMissing if an event between the document and this one has not been taken in
     */
    Optional<Change<D>> take(String id, long sequence, Fold<D> fold) {
        D before = documents.get(id);
        if (sequence > next(before)) {
            before = newest(id, before);
        }
        if (sequence < next(before)) {
            return Optional.empty();
        }
        if (sequence > next(before)) {
            throw new EarlierEventMissing(id, next(before), sequence);
        }
        D after = fold.on(before);
        documents.put(id, after);
        changed.add(id);
        return Optional.of(new Change<>(before, after));
    }

    /** Has a lookup document changed along with the batch; the update must set absolute values. */
    void update(MongoCollection<Document> lookup, String id, Bson update) {
        changes(lookup).update(id, update);
    }

    /** Has an entry taken out of a lookup document's map along with the batch, and the document removed if it was the last. */
    void removeEntry(MongoCollection<Document> lookup, String id, String map, String key) {
        changes(lookup).removeEntry(id, map, key);
    }

    /** Has a lookup document removed along with the batch. */
    void remove(MongoCollection<Document> lookup, String id) {
        changes(lookup).remove(id);
    }

    /** Has a sum changed along with the batch by what the change makes of the document's figures. */
    void sum(MongoCollection<Document> into, String id, Change<D> change, Function<D, Map<String, Long>> figures) {
        sums.computeIfAbsent(into, collection -> new SumChanges<>(collection, stored))
                .add(id, change, figures);
    }

    /**
     * Writes what changed, the lookups first: a document tells by its version that an event was taken in, and by then
     * the lookups must have it too, for whoever waits for it and for an event that is delivered again after a crash. Among
     * themselves they need no order.
     */
    void write() {
        SideBySide.run(Stream.concat(
                        lookups.values().stream().<Runnable>map(lookup -> lookup::write),
                        sums.values().stream().map(sum -> sum::write))
                .toList());
        if (!changed.isEmpty()) {
            stored.bulkWrite(changed.stream().map(this::replacement).toList());
        }
        sums.values().forEach(SumChanges::settle);
        lookups.clear();
        sums.clear();
        changed.clear();
    }

    private LookupChanges changes(MongoCollection<Document> lookup) {
        return lookups.computeIfAbsent(lookup, LookupChanges::new);
    }

    private ReplaceOneModel<D> replacement(String id) {
        D document = documents.get(id);
        if (document == null) {
            throw new IllegalStateException("no document " + id);
        }
        return new ReplaceOneModel<>(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
    }

    /** A dead letter may have been taken in, by a retry, after this batch was read. */
    private @Nullable D newest(String id, @Nullable D read) {
        D now = stored.find(Filters.eq("_id", id)).first();
        if (now == null || now.version() < next(read)) {
            return read;
        }
        documents.put(id, now);
        return now;
    }

    private long next(@Nullable D document) {
        return document == null ? 0 : document.version() + 1;
    }
}
