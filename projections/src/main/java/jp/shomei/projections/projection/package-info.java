/** Tells where the read models stand, and has them rebuilt. */
@NullMarked
package jp.shomei.projections.projection;

import org.jspecify.annotations.NullMarked;
