/** Reads lists by day, which are kept in blocks. */
@NullMarked
package jp.shomei.query.block;

import org.jspecify.annotations.NullMarked;
