package jp.shomei.app.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's locks in PostgreSQL: advisory ones, of a connection that is used for nothing else. The server takes them back
 * when the connection ends, and so when the node dies, however it dies. A connection that broke is made anew, and what was
 * held is asked for again.
 */
final class NodeLocks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLocks.class);

    /** Tells our locks in the database from those of others: "shom". */
    private static final int OURS = 0x73686f6d;

    private static final int ALIVE_SECONDS = 5;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final DataSource connections;
    private final Map<NodeLock, Boolean> held = new EnumMap<>(NodeLock.class);
    private @Nullable Connection connection;

    /** @param connections gives a new connection each time */
    NodeLocks(DataSource connections) {
        this.connections = connections;
    }

    /**
     * Whether this node holds a lock now, alone; it is taken if it is free.
     *
     * @throws SQLException if that cannot be seen
     */
    synchronized boolean hold(NodeLock lock) throws SQLException {
        return take(lock, false);
    }

    /**
     * Waits until this node holds a lock; not for longer than this. A node that died without a word holds its own for some
     * seconds still.
     *
     * @param shared whether any number of others may hold it besides
     * @throws SQLException if that cannot be seen
     */
    boolean await(NodeLock lock, boolean shared, Duration longest) throws SQLException {
        long end = System.nanoTime() + longest.toNanos();
        boolean isHeld = take(lock, shared);
        while (!isHeld && System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK.toNanos());
            isHeld = take(lock, shared);
        }
        return isHeld;
    }

    /** Gives a lock back. */
    synchronized void release(NodeLock lock) throws SQLException {
        @Nullable Boolean shared = held.remove(lock);
        if (shared != null && connection != null && connection.isValid(ALIVE_SECONDS)) {
            call(shared ? "pg_advisory_unlock_shared" : "pg_advisory_unlock", lock, connection);
        }
    }

    /** Looks whether everything is still held; what was lost with a connection is asked for again. */
    synchronized void keep() throws SQLException {
        if (!held.isEmpty()) {
            open();
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        held.clear();
        if (connection != null) {
            connection.close();
        }
    }

    private synchronized boolean take(NodeLock lock, boolean shared) throws SQLException {
        Connection open = open();
        if (!held.containsKey(lock) && call(name(shared), lock, open)) {
            held.put(lock, shared);
        }
        return held.containsKey(lock);
    }

    private Connection open() throws SQLException {
        if (connection != null && connection.isValid(ALIVE_SECONDS)) {
            return connection;
        }
        if (connection != null) {
            LOG.warn("The connection that holds this node's locks has ended; it is made anew.");
            connection.close();
        }
        Connection made = connections.getConnection();
        try {
            takeBack(made);
        } catch (SQLException unseen) {
            made.close();
            throw unseen;
        }
        connection = made;
        return made;
    }

    /** Until another node is seen to hold a lock, it is asked for again. */
    private void takeBack(Connection made) throws SQLException {
        for (Map.Entry<NodeLock, Boolean> lost : new EnumMap<>(held).entrySet()) {
            if (!call(name(lost.getValue()), lost.getKey(), made)) {
                held.remove(lost.getKey());
                LOG.warn("Another node holds {} now.", lost.getKey());
            }
        }
    }

    private static String name(boolean shared) {
        return shared ? "pg_try_advisory_lock_shared" : "pg_try_advisory_lock";
    }

    private static boolean call(String function, NodeLock lock, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + function + "(?, ?)")) {
            statement.setInt(1, OURS);
            statement.setInt(2, lock.ordinal());
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
