package jp.shomei.contracts.message;

import org.jspecify.annotations.Nullable;

/** A stored event is of a newer release: this one cannot read it and must leave it, and what depends on it, to others. */
public final class UnknownEvent extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * @param type the stored name
     * @param revision the stored revision; absent if it does not matter
     */
    public UnknownEvent(String type, @Nullable String revision) {
        super("The event " + type + (revision == null ? "" : " of revision " + revision)
                + " was stored by a newer release, and can be read by that one alone: replace this node.");
    }
}
