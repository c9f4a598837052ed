package jp.shomei.app.role;

import java.util.UUID;

/**
 * The name under which this process claims events. No two processes may share one; a process that keeps its name over a
 * restart need not wait for the claims of the one before to run out.
 *
 * @param name the name
 */
public record NodeName(String name) {

    /** Of a system that is one process. */
    public static final NodeName ONLY = new NodeName("embedded");

    /** Whether there are no others. */
    public boolean isOnly() {
        return equals(ONLY);
    }

    /** Of one process among others. */
    public static NodeName ofTheProcess() {
        return new NodeName(UUID.randomUUID().toString());
    }
}
