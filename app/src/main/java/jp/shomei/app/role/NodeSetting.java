package jp.shomei.app.role;

import jp.shomei.app.start.StartRefused;
import org.springframework.core.env.Environment;

/** What must be set together for a process that is one of several. */
public final class NodeSetting {

    private NodeSetting() {}

    /** Whether there may be others: with Axon Server between them, or on the same durable store. */
    public static boolean isOneOfSeveral(Environment environment) {
        return hasAxonServer(environment) || environment.containsProperty("spring.datasource.url");
    }

    /** Whether the events are in Axon Server. */
    public static boolean hasAxonServer(Environment environment) {
        return environment.getProperty("axon.axonserver.enabled", Boolean.class, false);
    }

    /**
     * Looks at the role.
     *
     * @throws StartRefused if half a system would be by itself, or several processes each had a simulated clock of their own
     */
    public static void require(Environment environment) {
        NodeRole role = NodeRole.of(environment);
        if (role == NodeRole.ALL) {
            return;
        }
        if (!hasAxonServer(environment)) {
            throw new StartRefused(
                    "--" + NodeRole.PROPERTY + "=" + role.title() + " is one half of a system, and finds the"
                            + " other through Axon Server. Name it: --axon.axonserver.enabled=true"
                            + " --axon.axonserver.servers=HOST:PORT.");
        }
        if (environment.containsProperty("shomei.clock")) {
            throw new StartRefused("A simulated clock is moved in one process, and no other would know of it. Take"
                    + " --shomei.clock away, or --" + NodeRole.PROPERTY + "=" + role.title() + ".");
        }
    }
}
