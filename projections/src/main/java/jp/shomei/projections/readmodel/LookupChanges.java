package jp.shomei.projections.readmodel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a batch changes in one collection of lookup documents: whatever happens to a document in the batch, it is written
 * once. Since only absolute values are written, the last one of each field is as good as all of them, one after the other.
 */
final class LookupChanges {

    private final MongoCollection<Document> lookup;
    private final Map<String, LookupChange> changes = new LinkedHashMap<>();

    LookupChanges(MongoCollection<Document> lookup) {
        this.lookup = lookup;
    }

    void update(String id, Bson update) {
        change(id).update(update.toBsonDocument(Document.class, lookup.getCodecRegistry()));
    }

    void removeEntry(String id, String map, String key) {
        change(id).removeEntry(map, key);
    }

    void remove(String id) {
        change(id).remove();
    }

    void write() {
        List<WriteModel<Document>> writes = new ArrayList<>();
        changes.forEach((id, change) -> writes.addAll(change.writes(id)));
        if (!writes.isEmpty()) {
            lookup.bulkWrite(writes);
        }
        removeEmptied();
        changes.clear();
    }

    /**
     * Removes the documents whose last entry was taken out. They are looked for by their {@code _id} alone, and removed by
     * it: asked for what else they hold, the embedded server would read all there are.
     */
    private void removeEmptied() {
        Map<String, Set<String>> maps = new LinkedHashMap<>();
        changes.forEach((id, change) -> {
            if (!change.mayBeEmptied().isEmpty()) {
                maps.put(id, change.mayBeEmptied());
            }
        });
        if (maps.isEmpty()) {
            return;
        }
        Set<String> empty = new TreeSet<>();
        lookup.withDocumentClass(RawBsonDocument.class)
                .find(Filters.in("_id", maps.keySet()))
                .forEach(document -> {
                    String id = document.getString("_id").getValue();
                    if (Objects.requireNonNull(maps.get(id)).stream().anyMatch(map -> isEmpty(document, map))) {
                        empty.add(id);
                    }
                });
        empty.forEach(id -> removeEmpty(id, maps.get(id)));
    }

    /** Puts back what a retry of dead letters has listed meanwhile. */
    private void removeEmpty(String id, @Nullable Set<String> maps) {
        Document removed = lookup.findOneAndDelete(Filters.eq("_id", id));
        if (removed == null || maps == null) {
            return;
        }
        for (String map : maps) {
            if (removed.get(map) instanceof Document entries && !entries.isEmpty()) {
                List<Bson> again = new ArrayList<>();
                entries.forEach((key, value) -> again.add(Updates.set(map + "." + key, value)));
                lookup.updateOne(Filters.eq("_id", id), Updates.combine(again), new UpdateOptions().upsert(true));
            }
        }
    }

    private LookupChange change(String id) {
        return changes.computeIfAbsent(id, ignored -> new LookupChange());
    }

    private static boolean isEmpty(BsonDocument document, String map) {
        return document.isDocument(map) && document.getDocument(map).isEmpty();
    }
}
