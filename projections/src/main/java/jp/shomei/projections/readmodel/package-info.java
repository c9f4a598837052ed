/**
 * How every read model is kept: a batch of events is folded into documents in memory and written at once before the
 * position in the events moves on; what cannot be folded waits as a dead letter; a rebuild goes on beside the generation
 * that answers.
 */
@NullMarked
package jp.shomei.projections.readmodel;

import org.jspecify.annotations.NullMarked;
