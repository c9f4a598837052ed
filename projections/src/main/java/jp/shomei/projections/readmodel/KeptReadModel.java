package jp.shomei.projections.readmodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ReadModelEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one read model: runs a processor for the generation that answers and, during a rebuild, one for the generation
 * that will. What should run is in the register, so that a restart, or another process, takes up where this one stopped.
 */
final class KeptReadModel {

    private static final Logger LOG = LoggerFactory.getLogger(KeptReadModel.class);

    private final ReadModel readModel;
    private final ReadModelSurroundings surroundings;
    private final ReadModelRegister register;
    private final GenerationStorage storage;
    private final EventHead head;
    private final EventBell bell;
    private final Map<Generation, GenerationProcessor> running = new LinkedHashMap<>();
    private boolean stopped = true;
    private boolean left;

    KeptReadModel(ReadModel readModel, ReadModelSurroundings surroundings, EventBell bell) {
        this.bell = bell;
        this.readModel = readModel;
        this.surroundings = surroundings;
        this.register = new ReadModelRegister(surroundings.database());
        this.storage = new GenerationStorage(surroundings);
        this.head = new EventHead(surroundings.events());
    }

    String name() {
        return readModel.name();
    }

    /**
     * Begins, or goes on where it stopped. Numbers of lost events are given anew, to others, so a read model that knows
     * of lost ones is built anew rather than continued. So is one whose documents an earlier release wrote in another
     * shape.
     */
    synchronized void start() {
        stopped = false;
        ReadModelEntry entry = entry();
        if (entry.isOlderThan(readModel.shape()) && register.beginAnew(entry, readModel.shape())) {
            LOG.info("{} is built anew from the first event: its documents have another shape now", name());
        } else if (!entry.isNewerThan(readModel.shape())
                && isAheadOfHistory(entry)
                && register.beginAnew(entry, readModel.shape())) {
            LOG.warn(
                    "{} has taken in events that the history does not have (a crash, or an older backup of the events?):"
                            + " it is built anew from the first event",
                    name());
        }
        storage.keepOnly(entry());
        check();
    }

    /** A newer release keeps this read model now, in a shape that this one does not know; it says so once. */
    private void leaveToNewerRelease() {
        if (!left) {
            LOG.warn(
                    "{} is kept by a newer release now: this one takes in nothing more and should be replaced", name());
        }
        left = true;
        running.values().forEach(GenerationProcessor::stop);
        running.clear();
    }

    synchronized void stop() {
        stopped = true;
        running.values().forEach(GenerationProcessor::stop);
        running.clear();
    }

    /** Runs what the register asks for, and has a rebuild that has caught up answer from now on. */
    synchronized void check() {
        if (stopped) {
            return;
        }
        ReadModelEntry entry = entry();
        if (entry.isNewerThan(readModel.shape())) {
            leaveToNewerRelease();
            return;
        }
        run(entry);
        Integer building = entry.building();
        if (building != null && hasCaughtUp(new Generation(name(), building)) && register.serve(name(), building)) {
            LOG.info("{} is rebuilt: generation {} answers", name(), building);
            ReadModelEntry switched = entry();
            run(switched);
            storage.keepOnly(switched);
        }
    }

    /**
     * Begins a rebuild.
     *
     * @throws Refused with {@link ErrorCode#REPLAY_RUNNING} if one is under way
     */
    synchronized ProjectionView replay() {
        if (!register.beginBuilding(entry())) {
            throw Refused.because(ErrorCode.REPLAY_RUNNING);
        }
        LOG.info("{} is being rebuilt", name());
        check();
        return view();
    }

    /** Tries the dead letters again. */
    void retryDeadLetters() {
        runningNow().forEach(processor -> processor.deadLetters().retry());
    }

    synchronized ProjectionView view() {
        ReadModelEntry entry = entry();
        Integer building = entry.building();
        GenerationProcessor serving = running.get(entry.servingGeneration());
        OptionalLong newest = head.position();
        return new ProjectionView(
                name(),
                building != null ? State.REPLAYING : serving == null ? State.STOPPED : serving.state(newest),
                serving == null ? null : boxed(serving.position()),
                boxed(newest),
                building == null ? null : progress(new Generation(name(), building), newest),
                serving == null ? 0 : serving.deadLetters().count());
    }

    private void run(ReadModelEntry entry) {
        Set<Generation> wanted = entry.generations().collect(Collectors.toSet());
        for (Generation generation : List.copyOf(running.keySet())) {
            if (!wanted.contains(generation)) {
                running.remove(generation).stop();
            }
        }
        for (Generation generation : wanted) {
            running.computeIfAbsent(generation, this::started);
        }
    }

    private GenerationProcessor started(Generation generation) {
        Projection projection = readModel.projection().apply(surroundings.database(), generation);
        GenerationProcessor processor = new GenerationProcessor(generation, projection, surroundings, bell);
        processor.start();
        return processor;
    }

    /** The entry; if it is lost, so is everything else, and every event is taken in from the first. */
    private ReadModelEntry entry() {
        return register.find(name()).orElseGet(() -> {
            running.values().forEach(GenerationProcessor::stop);
            running.clear();
            storage.dropAll(name());
            register.enter(name(), readModel.shape());
            return register.find(name()).orElseThrow();
        });
    }

    /** The positions are read first: another process may be taking in events meanwhile. */
    private boolean isAheadOfHistory(ReadModelEntry entry) {
        long furthest = new StoredPosition(surroundings).furthest(entry.generations());
        return furthest > head.position().orElse(-1);
    }

    private boolean hasCaughtUp(Generation generation) {
        GenerationProcessor processor = running.get(generation);
        return processor != null && head.isReachedBy(processor);
    }

    private double progress(Generation generation, OptionalLong newest) {
        GenerationProcessor processor = running.get(generation);
        long position = processor == null ? -1 : processor.position().orElse(-1);
        return newest.isEmpty() ? 0 : Math.min(1, (position + 1.0) / (newest.getAsLong() + 1.0));
    }

    private synchronized List<GenerationProcessor> runningNow() {
        return List.copyOf(running.values());
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
