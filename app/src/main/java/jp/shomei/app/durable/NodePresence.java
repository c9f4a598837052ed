package jp.shomei.app.durable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.shomei.app.start.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** This node among those that share the durable store: whether it may be there, and whether the day's work is its. */
final class NodePresence {

    private static final Logger LOG = LoggerFactory.getLogger(NodePresence.class);

    /** By then the server has noticed that a process was killed. */
    private static final Duration DYING = Duration.ofSeconds(5);

    private final NodeLocks locks;

    private NodePresence(NodeLocks locks) {
        this.locks = locks;
    }

    /**
     * Takes its place. Nodes on real time may be many.
     *
     * @param alone for one that must be alone
     * @throws StartRefused if that cannot be, as others are there
     */
    static NodePresence join(NodeLocks locks, Optional<Alone> alone) {
        try {
            if (locks.await(NodeLock.PRESENCE, alone.isEmpty(), DYING)) {
                return new NodePresence(locks);
            }
            throw new StartRefused(alone.map(Alone::refusal)
                    .orElse("A process has this durable store to itself: a node with --shomei.clock, which must be its"
                            + " only one, or an export or import. Stop the node, or wait until that is done."));
        } catch (SQLException unreachable) {
            throw new StartRefused("The durable store cannot be reached: " + unreachable.getMessage());
        }
    }

    /** Whether the day's work is this node's; it is taken over if nobody has it. A node that has it keeps it. */
    boolean hasDailyRun() {
        try {
            return locks.hold(NodeLock.DAILY_RUN);
        } catch (SQLException unreachable) {
            LOG.warn("It cannot be seen which node does the day's work: {}", unreachable.getMessage());
            return false;
        }
    }

    /** A connection that broke is noticed before somebody else has long taken what it held. */
    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void keep() {
        try {
            locks.keep();
        } catch (SQLException unreachable) {
            LOG.warn("The durable store cannot be reached: {}", unreachable.getMessage());
        }
    }
}
