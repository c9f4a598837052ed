/** Moving house: everything that cannot be rebuilt, out of one store into a file, and from there into another. */
@NullMarked
package jp.shomei.app.move;

import org.jspecify.annotations.NullMarked;
