package jp.shomei.projections.readmodel;

import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.Document;

/** What a batch does to one lookup document. */
final class LookupChange {

    private static final String SET = "$set";
    private static final String UNSET = "$unset";

    private boolean removed;
    private final Map<String, BsonValue> set = new LinkedHashMap<>();
    private final Set<String> unset = new TreeSet<>();
    private final Set<String> mayBeEmptied = new TreeSet<>();

    /**
     * Takes in an update that sets absolute values.
     *
     * @throws IllegalArgumentException if it does anything else, which done once or twice is not the same
     */
    void update(BsonDocument update) {
        if (!update.keySet().equals(Set.of(SET))) {
            throw new IllegalArgumentException("only absolute values: " + update.keySet());
        }
        update.getDocument(SET).forEach((path, value) -> {
            unset.remove(path);
            set.put(path, value);
        });
    }

    void removeEntry(String map, String key) {
        String path = map + "." + key;
        set.remove(path);
        unset.add(path);
        mayBeEmptied.add(map);
    }

    void remove() {
        removed = true;
        set.clear();
        unset.clear();
        mayBeEmptied.clear();
    }

    /** The maps of which an entry was taken out; if none is left in one, the document is to go. */
    Set<String> mayBeEmptied() {
        return mayBeEmptied;
    }

    /** The writes that do it, in order. */
    List<WriteModel<Document>> writes(String id) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        if (removed) {
            writes.add(new DeleteOneModel<>(Filters.eq("_id", id)));
        }
        BsonDocument update = new BsonDocument();
        if (!set.isEmpty()) {
            BsonDocument values = new BsonDocument();
            set.forEach(values::append);
            update.append(SET, values);
        }
        if (!unset.isEmpty()) {
            BsonDocument paths = new BsonDocument();
            unset.forEach(path -> paths.append(path, BsonNull.VALUE));
            update.append(UNSET, paths);
        }
        if (!update.isEmpty()) {
            // what is only taken out of must not come into being by it
            writes.add(new UpdateOneModel<>(Filters.eq("_id", id), update, new UpdateOptions().upsert(!set.isEmpty())));
        }
        return writes;
    }
}
