package jp.shomei.projections.readmodel;

import org.jspecify.annotations.Nullable;

/** Takes one event into a document. */
@FunctionalInterface
public interface Fold<D> {

    /**
     * The document after the event.
     *
     * @param before the document so far; none before an aggregate's first event
     */
    D on(@Nullable D before);
}
