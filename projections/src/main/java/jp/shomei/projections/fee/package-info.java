/** Remembers what was charged and how it is collected. */
@NullMarked
package jp.shomei.projections.fee;

import org.jspecify.annotations.NullMarked;
