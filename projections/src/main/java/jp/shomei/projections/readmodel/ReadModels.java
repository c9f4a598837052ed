package jp.shomei.projections.readmodel;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.shomei.contracts.deadletter.BlockedEvents;
import jp.shomei.contracts.deadletter.BlockedGroups;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All read models of this process. */
public final class ReadModels {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModels.class);

    private final List<KeptReadModel> kept;
    private final EventBell bell;
    private final ProjectionSettings settings;
    private final ScheduledExecutorService secondTries = DaemonThreads.single("read-model-dead-letters");
    private final BlockedGroups blocked = new BlockedGroups(this::blockedNow, secondTries);
    private final Set<String> unattended = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService timer;

    public ReadModels(List<ReadModel> readModels, ReadModelSurroundings surroundings) {
        this.bell = new EventBell(surroundings.events());
        this.kept = readModels.stream()
                .map(readModel -> new KeptReadModel(readModel, surroundings, bell))
                .toList();
        this.settings = surroundings.settings();
    }

    /** Takes in events from now on. */
    public synchronized void start() {
        kept.forEach(KeptReadModel::start);
        ScheduledExecutorService started = DaemonThreads.single("read-models");
        long check = settings.checkInterval().toMillis();
        long retry = settings.retryInterval().toMillis();
        started.scheduleWithFixedDelay(() -> forEach(KeptReadModel::check), check, check, TimeUnit.MILLISECONDS);
        started.scheduleWithFixedDelay(
                () -> forEach(KeptReadModel::retryDeadLetters), retry, retry, TimeUnit.MILLISECONDS);
        timer = started;
    }

    /** Stops after the batches in hand. */
    public synchronized void stop() {
        if (timer != null) {
            DaemonThreads.finish(timer);
            timer = null;
        }
        DaemonThreads.finish(secondTries);
        kept.forEach(KeptReadModel::stop);
        bell.stop();
    }

    /** The events that could not be taken in, each tried again on a thread that is none of a command's. */
    public BlockedGroups blocked() {
        return blocked;
    }

    private List<BlockedEvents> blockedNow() {
        return kept.stream()
                .flatMap(KeptReadModel::blocked)
                .sorted(Comparator.comparing(BlockedEvents::group))
                .toList();
    }

    /** Where each read model stands. */
    public List<ProjectionView> views() {
        return kept.stream().map(KeptReadModel::view).toList();
    }

    /**
     * Begins to rebuild a read model.
     *
     * @throws Refused with {@link ErrorCode#PROJECTION_NOT_FOUND} or {@link ErrorCode#REPLAY_RUNNING}
     */
    public ProjectionView replay(String name) {
        return kept.stream()
                .filter(readModel -> readModel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.because(ErrorCode.PROJECTION_NOT_FOUND))
                .replay();
    }

    private void forEach(Consumer<KeptReadModel> work) {
        for (KeptReadModel readModel : kept) {
            try {
                work.accept(readModel);
                if (unattended.remove(readModel.name())) {
                    LOG.info("{} is looked after again", readModel.name());
                }
            } catch (RuntimeException unavailable) {
                if (unattended.add(readModel.name())) {
                    LOG.warn("{} could not be looked after; it is tried again", readModel.name(), unavailable);
                }
            }
        }
    }
}
