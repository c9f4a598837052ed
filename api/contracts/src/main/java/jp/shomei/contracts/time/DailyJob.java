package jp.shomei.contracts.time;

import java.time.LocalDate;

/**
 * Work that is due once a day. The daily run calls every job on every day, in order; after days of standstill it calls
 * them for each day missed. A job does what is due up to and including the day, so that running it twice, or after a
 * crash, does nothing a second time.
 */
public interface DailyJob {

    /** A name for the log. */
    String name();

    /** Does what is due up to and including this day in Japan. */
    void run(LocalDate day);
}
