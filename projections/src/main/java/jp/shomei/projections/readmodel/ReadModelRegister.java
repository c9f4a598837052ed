package jp.shomei.projections.readmodel;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import jp.shomei.projections.readmodel.view.ReadModelEntry;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Remembers, through any crash, which generation of each read model answers and which one is being built. */
final class ReadModelRegister {

    private static final String SERVING = "serving";
    private static final String SHAPE = "shape";
    private static final String BUILDING = "building";
    private static final String BUILDING_SHAPE = "buildingShape";

    private final MongoCollection<ReadModelEntry> entries;

    ReadModelRegister(MongoDatabase database) {
        this.entries = database.getCollection(ReadModelEntry.COLLECTION, ReadModelEntry.class);
    }

    Optional<ReadModelEntry> find(String name) {
        return Optional.ofNullable(entries.find(Filters.eq("_id", name)).first());
    }

    /** Enters a read model, with the number of the generation that answers first; does nothing if it is there. */
    void enter(String name, int shape, int first) {
        try {
            entries.withDocumentClass(Document.class)
                    .insertOne(new Document("_id", name).append(SERVING, first).append(SHAPE, shape));
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
            // another process entered it at the same moment
        }
    }

    /**
     * Has a new generation built in this shape, in place of one that is being built, if any; false if somebody else changed
     * the entry.
     */
    boolean beginBuilding(ReadModelEntry entry, int shape) {
        return change(
                entry, Updates.combine(Updates.set(BUILDING, entry.newest() + 1), Updates.set(BUILDING_SHAPE, shape)));
    }

    /** Has a generation answer from now on that nothing is built of yet; false if somebody else changed the entry. */
    boolean beginAnew(ReadModelEntry entry, int shape) {
        return change(
                entry,
                Updates.combine(
                        Updates.set(SERVING, entry.newest() + 1),
                        Updates.set(SHAPE, shape),
                        Updates.unset(BUILDING),
                        Updates.unset(BUILDING_SHAPE)));
    }

    /** Has the generation that was built in this shape answer; false if somebody else changed the entry. */
    boolean serve(ReadModelEntry entry, int shape) {
        return change(
                entry,
                Updates.combine(
                        Updates.set(SERVING, entry.newest()),
                        Updates.set(SHAPE, shape),
                        Updates.unset(BUILDING),
                        Updates.unset(BUILDING_SHAPE)));
    }

    private boolean change(ReadModelEntry entry, Bson change) {
        Integer building = entry.building();
        return entries.updateOne(
                                Filters.and(
                                        Filters.eq("_id", entry.name()),
                                        Filters.eq(SERVING, entry.serving()),
                                        building == null
                                                ? Filters.exists(BUILDING, false)
                                                : Filters.eq(BUILDING, building)),
                                change)
                        .getModifiedCount()
                == 1;
    }
}
