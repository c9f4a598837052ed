package jp.shomei.app.durable;

import java.sql.SQLException;
import java.time.Duration;
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
     * Takes its place. Nodes on real time may be many; one whose clock is simulated is alone, since no other would know
     * where its clock is.
     *
     * @throws StartRefused if that cannot be, as others are there
     */
    static NodePresence join(NodeLocks locks, boolean clockIsSimulated) {
        try {
            if (locks.await(NodeLock.PRESENCE, !clockIsSimulated, DYING)) {
                return new NodePresence(locks);
            }
            throw new StartRefused(
                    clockIsSimulated
                            ? "Other nodes use this durable store: a node with --shomei.clock must be its only one."
                            : "A node with --shomei.clock uses this durable store, and must be its only one.");
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
