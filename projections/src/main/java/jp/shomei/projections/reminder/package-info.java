/** Builds the read model of what holders can still be reminded of. */
@NullMarked
package jp.shomei.projections.reminder;

import org.jspecify.annotations.NullMarked;
