/** Remembers: builds the read models from events. */
@NullMarked
package jp.shomei.projections;

import org.jspecify.annotations.NullMarked;
