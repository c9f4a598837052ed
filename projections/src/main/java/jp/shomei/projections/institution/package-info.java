/** Remembers what institutions have filed. */
@NullMarked
package jp.shomei.projections.institution;

import org.jspecify.annotations.NullMarked;
