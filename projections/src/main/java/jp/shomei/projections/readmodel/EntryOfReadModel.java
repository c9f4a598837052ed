package jp.shomei.projections.readmodel;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ReadModelEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the register has of one read model, as this release of it sees and changes it; and what is stored by it. */
final class EntryOfReadModel {

    private static final Logger LOG = LoggerFactory.getLogger(EntryOfReadModel.class);

    private final ReadModel readModel;
    private final ReadModelRegister register;
    private final GenerationStorage storage;
    private final Set<Generation> doubted = ConcurrentHashMap.newKeySet();
    private volatile int newestSeen;

    EntryOfReadModel(ReadModel readModel, ReadModelSurroundings surroundings) {
        this.readModel = readModel;
        this.register = new ReadModelRegister(surroundings.database());
        this.storage = new GenerationStorage(surroundings);
    }

    /** The entry, unless it is lost, or not made yet. */
    Optional<ReadModelEntry> find() {
        Optional<ReadModelEntry> entry = register.find(readModel.name());
        entry.ifPresent(found -> newestSeen = Math.max(newestSeen, found.newest()));
        return entry;
    }

    /**
     * Makes the entry, with a generation that nothing can be left of. Several processes may do so at once: one of them
     * decides, and the others find the entry.
     */
    ReadModelEntry enter() {
        int first = Math.max(newestSeen + 1, storage.unusedNumber(readModel.name()));
        register.enter(readModel.name(), readModel.shape(), first);
        ReadModelEntry entered = find().orElseThrow();
        storage.keepOnly(entered);
        return entered;
    }

    /** Has a new generation built; false if another process changed the entry. */
    boolean beginBuilding(ReadModelEntry entry) {
        return register.beginBuilding(entry, readModel.shape());
    }

    /** Has a new, empty generation answer; false if another process changed the entry. */
    boolean beginAnew(ReadModelEntry entry) {
        return register.beginAnew(entry, readModel.shape());
    }

    /** Has the generation that was built answer; false if another process changed the entry. */
    boolean serve(ReadModelEntry entry) {
        return register.serve(entry, readModel.shape());
    }

    /** Drops every generation that was before those of the entry. */
    void dropOthers() {
        find().ifPresent(storage::keepOnly);
    }

    /** This process wrote documents of this generation though it may no longer have been its to do so. */
    void doubt(Generation generation) {
        doubted.add(generation);
    }

    /** Has every doubted generation replaced by a new one, or dropped if it is none that is kept any more. */
    void settleDoubts() {
        for (Generation generation : Set.copyOf(doubted)) {
            find().filter(entry -> isSettled(generation, entry)).ifPresent(settled -> doubted.remove(generation));
        }
    }

    private boolean isSettled(Generation generation, ReadModelEntry entry) {
        if (entry.generations().noneMatch(generation::equals)) {
            storage.keepOnly(entry);
            return true;
        }
        boolean replaced = entry.building() != null && generation.number() == entry.serving();
        if (!replaced && beginBuilding(entry)) {
            LOG.warn(
                    "{} is rebuilt: this process lost its claim while it wrote documents, and may have put older ones"
                            + " over newer ones",
                    readModel.name());
            return true;
        }
        return replaced;
    }
}
