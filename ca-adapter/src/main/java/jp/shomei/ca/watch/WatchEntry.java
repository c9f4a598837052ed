package jp.shomei.ca.watch;

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
}
