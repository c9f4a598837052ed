package jp.shomei.projections.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * What one event did to a document.
 *
 * @param before the document before; none before an aggregate's first event
 * @param after the document after
 */
public record Change<D>(@Nullable D before, D after) {}
