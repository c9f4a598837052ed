/** Answers an operator about events that read models could not take in. */
@NullMarked
package jp.shomei.projections.deadletter;

import org.jspecify.annotations.NullMarked;
