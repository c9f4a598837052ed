package jp.shomei.ca.watch;

import java.util.List;

/**
 * How one thing stands.
 *
 * @param name what it is, such as {@code root} or {@code token}
 * @param state how it stands
 * @param sentence what an operator should know, and what to do
 */
public record WatchEntry(String name, State state, String sentence) {

    /** How something stands. */
    public enum State {
        /** Nothing to do. */
        GOOD,
        /** Something to do, in time. */
        WARNING,
        /** It has stopped working. */
        FAILING
    }

    /**
     * One thing with everything that is of concern about it; a warning, if anything is.
     *
     * @param otherwise the sentence if nothing is
     */
    public static WatchEntry of(String name, List<String> concerns, String otherwise) {
        return concerns.isEmpty()
                ? new WatchEntry(name, State.GOOD, otherwise)
                : new WatchEntry(name, State.WARNING, String.join("; ", concerns));
    }
}
