package jp.shomei.contracts.time;

import java.time.LocalDate;

/**
 * Work that is due once a day. A simulated clock that is moved calls every job for each day passed, in order; after days
 * of standstill, or a restart, it is called for the present day alone. A job therefore does whatever is due up to and
 * including the day, and nothing a second time.
 */
public interface DailyJob {

    /** A name for the log. */
    String name();

    /** Whether every node does it for itself; else one node does it for all. */
    default boolean isForEveryNode() {
        return false;
    }

    /** Does what is due up to and including this day in Japan. */
    void run(LocalDate day);
}
