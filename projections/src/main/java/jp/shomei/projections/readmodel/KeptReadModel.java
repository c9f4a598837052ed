package jp.shomei.projections.readmodel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.shomei.contracts.deadletter.BlockedEvents;
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
    private final EntryOfReadModel register;
    private final StoredPosition positions;
    private final EventHead head;
    private final RunningGenerations running;
    private boolean stopped = true;
    private boolean left;
    private boolean missed;

    KeptReadModel(ReadModel readModel, ReadModelSurroundings surroundings, EventBell bell) {
        this.readModel = readModel;
        this.register = new EntryOfReadModel(readModel, surroundings);
        this.positions = new StoredPosition(surroundings);
        this.head = new EventHead(surroundings.events());
        this.running = new RunningGenerations(generation -> new GenerationProcessor(
                generation,
                readModel.projection().apply(surroundings.database(), generation),
                surroundings,
                bell,
                register::doubt));
    }

    String name() {
        return readModel.name();
    }

    /**
     * Begins, or goes on where it stopped. Numbers of lost events are given anew, to others, so a read model that knows
     * of lost ones is built anew rather than continued. One whose documents an earlier release wrote in another shape is
     * built beside it: processes of that release may still answer from it.
     */
    synchronized void start() {
        stopped = false;
        ReadModelEntry entry = entry();
        if (!entry.isNewerThan(readModel.shape()) && isAheadOfHistory(entry) && register.beginAnew(entry)) {
            LOG.warn(
                    "{} has taken in events that the history does not have (a crash, or an older backup of the events?):"
                            + " it is built anew from the first event",
                    name());
        } else if (entry.isOlderThan(readModel.shape())
                && !entry.isBuilding(readModel.shape())
                && register.beginBuilding(entry)) {
            LOG.info("{} is built anew from the first event: its documents have another shape now", name());
        }
        register.dropOthers();
        check();
    }

    synchronized void stop() {
        stopped = true;
        running.stop();
        try {
            register.settleDoubts();
        } catch (RuntimeException unavailable) {
            LOG.warn("{} may have older documents in place of newer ones, and should be rebuilt", name(), unavailable);
        }
    }

    /** Runs what the register asks for, and has a rebuild that has caught up answer from now on. */
    synchronized void check() {
        if (stopped) {
            return;
        }
        try {
            look();
        } catch (RuntimeException away) {
            missed = true;
            throw away;
        }
    }

    /**
     * Begins a rebuild.
     *
     * @throws Refused with {@link ErrorCode#REPLAY_RUNNING} if one is under way, and with
     *     {@link ErrorCode#TEMPORARILY_UNAVAILABLE} if a newer release keeps the read model
     */
    synchronized ProjectionView replay() {
        ReadModelEntry entry = entry();
        if (entry.isNewerThan(readModel.shape())) {
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        }
        if (entry.building() != null || !register.beginBuilding(entry)) {
            throw Refused.because(ErrorCode.REPLAY_RUNNING);
        }
        LOG.info("{} is being rebuilt", name());
        check();
        return view();
    }

    /** Tries the dead letters again, if it is this process that takes in the events. */
    void retryDeadLetters() {
        runningNow().stream()
                .filter(GenerationProcessor::isKeptHere)
                .forEach(processor -> processor.deadLetters().retry());
    }

    /** The events that each generation could not take in. */
    Stream<BlockedEvents> blocked() {
        return runningNow().stream().map(GenerationProcessor::blocked);
    }

    synchronized ProjectionView view() {
        ReadModelEntry entry = entry();
        Optional<GenerationProcessor> serving = running.find(entry.servingGeneration());
        OptionalLong newest = head.position();
        State state = serving.map(GenerationProcessor::state).orElse(State.STOPPED);
        return new ProjectionView(
                name(),
                entry.building() != null ? State.REPLAYING : state,
                serving.map(GenerationProcessor::position)
                        .map(KeptReadModel::boxed)
                        .orElse(null),
                boxed(newest),
                entry.buildingGeneration()
                        .map(building -> progress(building, newest))
                        .orElse(null),
                serving.map(processor -> processor.deadLetters().count()).orElse(0L));
    }

    private void look() {
        register.settleDoubts();
        ReadModelEntry entry = entry();
        if (missed) {
            // they may be waiting a minute before they try again
            running.stop();
            missed = false;
        }
        running.run(entry.generations(readModel.shape()));
        if (entry.isNewerThan(readModel.shape()) && !left) {
            LOG.warn("{} is kept by a newer release now: this one should be replaced", name());
        }
        left = entry.isNewerThan(readModel.shape());
        if (entry.isBuilding(readModel.shape()) && hasCaughtUp(entry) && register.serve(entry)) {
            LOG.info("{} is rebuilt: generation {} answers", name(), entry.newest());
            running.run(entry().generations(readModel.shape()));
            register.dropOthers();
        }
    }

    /** The entry; if it is lost, so is everything else, and every event is taken in from the first. */
    private ReadModelEntry entry() {
        return register.find().orElseGet(() -> {
            running.stop();
            return register.enter();
        });
    }

    /** The positions are read first: another process may be taking in events meanwhile. */
    private boolean isAheadOfHistory(ReadModelEntry entry) {
        long furthest = positions.furthest(entry.generations());
        return furthest > head.position().orElse(-1);
    }

    private boolean hasCaughtUp(ReadModelEntry entry) {
        return entry.buildingGeneration()
                .flatMap(running::find)
                .filter(GenerationProcessor::isKeptHere)
                .filter(head::isReachedBy)
                .isPresent();
    }

    private double progress(Generation generation, OptionalLong newest) {
        long position = positions.of(generation).orElse(-1);
        return newest.isEmpty() ? 0 : Math.min(1, (position + 1.0) / (newest.getAsLong() + 1.0));
    }

    private synchronized List<GenerationProcessor> runningNow() {
        return running.all();
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
