package jp.shomei.projections.readmodel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The documents of one batch of events: read together, changed in memory, written together. */
final class DocumentBatch<D extends VersionedDocument> {

    private final MongoCollection<D> stored;
    private final Map<String, D> documents = new HashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Map<MongoCollection<Document>, List<WriteModel<Document>>> lookups = new LinkedHashMap<>();

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
        add(lookup, new UpdateOneModel<>(Filters.eq("_id", id), update, new UpdateOptions().upsert(true)));
    }

    /** Has an entry taken out of a lookup document's map along with the batch, and the document removed if it was the last. */
    void removeEntry(MongoCollection<Document> lookup, String id, String map, String key) {
        add(lookup, new UpdateOneModel<>(Filters.eq("_id", id), Updates.unset(map + "." + key)));
        add(lookup, new DeleteOneModel<>(Filters.and(Filters.eq("_id", id), Filters.eq(map, new Document()))));
    }

    /** Has a lookup document removed along with the batch. */
    void remove(MongoCollection<Document> lookup, String id) {
        add(lookup, new DeleteOneModel<>(Filters.eq("_id", id)));
    }

    /**
     * Writes what changed, the lookups first: a document tells by its version that an event was taken in, and by then
     * the lookups must have it too, for whoever waits for it and for an event that is delivered again after a crash.
     */
    void write() {
        lookups.forEach((lookup, updates) -> lookup.bulkWrite(updates));
        if (!changed.isEmpty()) {
            stored.bulkWrite(changed.stream().map(this::replacement).toList());
        }
        lookups.clear();
        changed.clear();
    }

    private void add(MongoCollection<Document> lookup, WriteModel<Document> change) {
        lookups.computeIfAbsent(lookup, ignored -> new ArrayList<>()).add(change);
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
