package jp.shomei.projections.readmodel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ReadModelEntry;

/** Remembers, through any crash, which generation of each read model answers and which one is being built. */
final class ReadModelRegister {

    private static final String SERVING = "serving";
    private static final String SHAPE = "shape";
    private static final String BUILDING = "building";

    private final MongoCollection<ReadModelEntry> entries;

    ReadModelRegister(MongoDatabase database) {
        this.entries = database.getCollection(ReadModelEntry.COLLECTION, ReadModelEntry.class);
    }

    Optional<ReadModelEntry> find(String name) {
        return Optional.ofNullable(entries.find(Filters.eq("_id", name)).first());
    }

    /** Enters a read model whose first generation answers; does nothing if it is there. */
    void enter(String name, int shape) {
        entries.updateOne(
                Filters.eq("_id", name),
                Updates.combine(Updates.setOnInsert(SERVING, ReadModelEntry.FIRST), Updates.setOnInsert(SHAPE, shape)),
                new UpdateOptions().upsert(true));
    }

    /** Begins a rebuild; false if one is under way. */
    boolean beginBuilding(ReadModelEntry entry) {
        return entries.updateOne(
                                Filters.and(
                                        Filters.eq("_id", entry.name()),
                                        Filters.eq(SERVING, entry.serving()),
                                        Filters.exists(BUILDING, false)),
                                Updates.set(BUILDING, entry.serving() + 1))
                        .getModifiedCount()
                == 1;
    }

    /** Has a generation answer from now on that nothing is built of yet; false if somebody else changed the entry. */
    boolean beginAnew(ReadModelEntry entry, int shape) {
        int newest = entry.generations().mapToInt(Generation::number).max().orElseThrow();
        Integer building = entry.building();
        return entries.updateOne(
                                Filters.and(
                                        Filters.eq("_id", entry.name()),
                                        Filters.eq(SERVING, entry.serving()),
                                        building == null
                                                ? Filters.exists(BUILDING, false)
                                                : Filters.eq(BUILDING, building)),
                                Updates.combine(
                                        Updates.set(SERVING, newest + 1),
                                        Updates.set(SHAPE, shape),
                                        Updates.unset(BUILDING)))
                        .getModifiedCount()
                == 1;
    }

    /** Has the generation that was built answer; false if somebody else did that already. */
    boolean serve(String name, int built) {
        return entries.updateOne(
                                Filters.and(Filters.eq("_id", name), Filters.eq(BUILDING, built)),
                                Updates.combine(Updates.set(SERVING, built), Updates.unset(BUILDING)))
                        .getModifiedCount()
                == 1;
    }
}
