/** The read models as a whole: where they stand, and rebuilding them. */
@NullMarked
package jp.shomei.contracts.projection;

import org.jspecify.annotations.NullMarked;
