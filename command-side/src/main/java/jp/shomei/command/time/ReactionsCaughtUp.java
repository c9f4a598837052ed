package jp.shomei.command.time;

import java.time.Duration;

/** Tells when reactions have done what the events so far ask of them. */
public interface ReactionsCaughtUp {

    /**
     * Returns once the reactions of a processing group have come by the event that is the newest now. An event that they
     * could not act on, and that waits to be retried, does not hold them up.
     *
     * @param group the processing group
     * @param longest the longest wait
     * @throws IllegalStateException if they have not by then
     */
    void await(String group, Duration longest);
}
